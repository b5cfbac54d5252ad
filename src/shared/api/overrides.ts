// What a user decides about the graph: GET /api/overrides, POST /api/overrides (one decision), DELETE /api/overrides/:id (undo).
// A decision takes effect at once, survives re-reading and rebuilding, and can be undone.
import { z } from 'zod';
import { MENTION_KINDS, MENTION_TYPES } from '../ontology.ts';
import { pageSchema } from './common.ts';

const typeSchema = z.enum(MENTION_TYPES);
const nameSchema = z.string().trim().min(1).max(200);

/** `name` means the same as `target` from now on, in every paper: the two become one thing. */
const aliasSchema = z.strictObject({ kind: z.literal('alias'), type: typeSchema, name: nameSchema, target: nameSchema });
/** `name` is a thing of its own, whatever the name algebra or an earlier alias says. */
const neverMergeSchema = z.strictObject({ kind: z.literal('never-merge'), type: typeSchema, name: nameSchema });
/** In this one paper, what was read as `entity` has another role, another name, or both. */
const correctSchema = z
  .strictObject({
    kind: z.literal('correct'),
    /** Bare paper id: `2602.10575`. */
    paper: z.string().min(1).max(300),
    /** Id of the entity as the graph has it: `method:grpo`. */
    entity: z.string().min(1).max(300),
    role: z.enum(MENTION_KINDS).exactOptional(),
    name: nameSchema.exactOptional(),
  })
  .refine((decision) => decision.role !== undefined || decision.name !== undefined, 'expected a role, a name, or both');
/** The relation is wrong and is not shown: `2602.10575|USES|method:grpo`. */
const hideSchema = z.strictObject({ kind: z.literal('hide'), edge: z.string().min(3).max(700) });

export const decisionSchema = z.discriminatedUnion('kind', [aliasSchema, neverMergeSchema, correctSchema, hideSchema]);
export type DecisionInput = z.infer<typeof decisionSchema>;

export const overrideSchema = z.object({
  /** What undoing it needs. */
  id: z.string(),
  /** When it was decided, ISO 8601. */
  at: z.string(),
  decision: decisionSchema,
});
export type Override = z.infer<typeof overrideSchema>;

export const overridesQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(400).optional(),
});
/** Those that stand, newest first. */
export const overridesResponseSchema = pageSchema.extend({ overrides: z.array(overrideSchema) });
export type OverridesResponse = z.infer<typeof overridesResponseSchema>;

/** What deciding or undoing changed. The fingerprint is the graph's afterwards: views with another one are out of date. */
export const overrideChangeSchema = z.object({
  override: overrideSchema,
  nodes: z.object({ added: z.number().int(), removed: z.number().int() }),
  edges: z.object({ added: z.number().int(), changed: z.number().int(), removed: z.number().int() }),
  fingerprint: z.string(),
});
export type OverrideChange = z.infer<typeof overrideChangeSchema>;
