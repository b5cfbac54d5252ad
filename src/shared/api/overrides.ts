// The user's decisions about the graph: GET and POST /api/overrides, DELETE /api/overrides/:id, and `paperloom alias`
import { z } from 'zod';
import { MENTION_KINDS, MENTION_TYPES, type MentionKind } from '../ontology.ts';
import { cursorSchema, limitSchema, pageSchema } from './common.ts';

const nameSchema = z.string().trim().min(1).max(300);
const typeSchema = z.enum(MENTION_TYPES);

export const decisionSchema = z.discriminatedUnion('kind', [
  /** `name` means the same as `target`, from now on. */
  z.strictObject({ kind: z.literal('alias'), type: typeSchema, name: nameSchema, target: nameSchema }),
  /** `name` is a thing of its own, whatever the name algebra says. */
  z.strictObject({ kind: z.literal('never-merge'), type: typeSchema, name: nameSchema }),
  /** In this paper (bare id), what was read as `entity` (`method:grpo`) is something else: another role, another name, or both. */
  z.strictObject({
    kind: z.literal('correct'),
    paper: nameSchema,
    entity: nameSchema,
    role: z.enum(MENTION_KINDS as [MentionKind, ...MentionKind[]]).optional(),
    name: nameSchema.optional(),
  }),
  /** The edge is not shown: `<paper>|<TYPE>|<entity>`, paper without prefix. */
  z.strictObject({ kind: z.literal('hide'), edge: z.string().trim().min(1).max(700) }),
]);
export type Decision = z.infer<typeof decisionSchema>;

export const standingDecisionSchema = z.object({
  /** What `undo` asks for: `d12`. */
  id: z.string(),
  /** When it was made, ISO 8601. */
  at: z.string(),
  decision: decisionSchema,
});
export type Override = z.infer<typeof standingDecisionSchema>;
export const overridesQuerySchema = z.object({ limit: limitSchema.default(100), cursor: cursorSchema.optional() });
/** Those that stand, newest first. */
export const overridesResponseSchema = pageSchema.extend({ overrides: z.array(standingDecisionSchema) });
export type OverridesResponse = z.infer<typeof overridesResponseSchema>;

/** What a decision, or taking it back, did to the graph. */
export const decidedSchema = z.object({
  id: z.string(),
  /** Papers that say something else than before. */
  papers: z.number().int(),
  nodes: z.object({ added: z.number().int(), removed: z.number().int() }),
  edges: z.object({ added: z.number().int(), changed: z.number().int(), removed: z.number().int() }),
});
export type Decided = z.infer<typeof decidedSchema>;

/** Answer of POST and DELETE. `fingerprint` is the graph's afterwards: views with another one are out of date. */
export const overrideChangeSchema = decidedSchema.extend({ fingerprint: z.string() });
export type OverrideChange = z.infer<typeof overrideChangeSchema>;
