// Roles that the words alone settle (rules/settling.ts), whatever the weights say.
import { MENTION_KINDS, type MentionType } from '../../shared/ontology.ts';
import { SETTLING_RULES, type SettlingRule } from '../rules/settling.ts';
import type { Context } from './find-context.ts';
import type { Candidate } from './group-entities.ts';
import type { Segments } from './segment-text.ts';

export interface Settled {
  readonly rule: SettlingRule;
  readonly context: Context;
}

/** How far a construction may reach from the name, in characters. */
const REACH = 60;
/** What is a model or a method at all is for the weights: at least this probability over the roles of the type, or a lexicon line. */
const OF_TYPE = 0.15;
const PROPOSED = 0.25;

interface Compiled {
  readonly rule: SettlingRule;
  readonly type: MentionType;
  /** Indexes into MENTION_KINDS: the roles of the type. */
  readonly kinds: readonly number[];
}
const RULES: readonly Compiled[] = SETTLING_RULES.map((rule) => {
  const type = rule.kind.split('/')[0] as MentionType;
  return { rule, type, kinds: MENTION_KINDS.flatMap((kind, k) => (kind.startsWith(`${type}/`) ? [k] : [])) };
});
const PROPOSES = MENTION_KINDS.flatMap((kind, k) => (kind.endsWith('/proposes') ? [k] : []));

export function settleRoles(
  text: string,
  candidate: Candidate,
  contexts: readonly Context[],
  segments: Segments,
  probabilities: Float32Array,
  isVariant: (name: string) => boolean,
): readonly Settled[] {
  if (contexts.length === 0) return NONE;
  let settled: Settled[] | null = null;
  for (const compiled of RULES) {
    if (!isOfType(candidate, compiled, probabilities)) continue;
    for (const context of contexts) {
      if (!settles(compiled.rule, text, context, segments, isVariant)) continue;
      settled ??= [];
      settled.push({ rule: compiled.rule, context });
      break;
    }
  }
  return settled ?? NONE;
}
const NONE: readonly Settled[] = [];

function isOfType({ entries }: Candidate, { rule, type, kinds }: Compiled, probabilities: Float32Array): boolean {
  if (rule.variant) return entries.length === 0;
  const known = entries.some((e) => e.type === type);
  if (rule.known) return known && !PROPOSES.some((k) => (probabilities[k] as number) >= PROPOSED);
  if (known) return true;
  let sum = 0;
  for (const k of kinds) sum += probabilities[k] as number;
  return sum >= OF_TYPE;
}

export function settles(
  rule: SettlingRule,
  text: string,
  context: Context,
  segments: Segments,
  isVariant: (name: string) => boolean,
): boolean {
  const { start, end, sources } = context.span;
  const sentence = segments.sentences[context.sentence];
  if (rule.headsItemIn !== undefined) {
    if (segments.sections[sentence?.section ?? 0]?.kind !== rule.headsItemIn) return false;
    const heads = sentence?.item === true && start - sentence.start <= 6;
    if (!heads && !sources.has('bold') && !/\*\*\s*$/.test(text.slice(Math.max(0, start - 3), start))) return false;
  }
  if (rule.variant) {
    const name = text.slice(start, end);
    if (!/^[\w.+]+(?:-[\w.+]+)+$/.test(name) || !/[A-Z]{2}/.test(name) || !isVariant(name)) return false;
  }
  if (rule.left && !rule.left.test(text.slice(Math.max(sentence?.start ?? 0, start - REACH), start))) return false;
  return !rule.right || rule.right.test(text.slice(end, Math.min(sentence?.end ?? text.length, end + REACH)));
}
