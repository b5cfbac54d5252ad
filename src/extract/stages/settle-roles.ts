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

export function settleRoles(
  text: string,
  candidate: Candidate,
  contexts: readonly Context[],
  segments: Segments,
  probabilities: Float32Array,
  isVariant: (name: string) => boolean,
): Settled[] {
  const settled: Settled[] = [];
  if (contexts.length === 0) return settled;
  for (const rule of SETTLING_RULES) {
    if (!isOfType(candidate, rule, probabilities)) continue;
    const context = contexts.find((c) => settles(rule, text, c, segments, isVariant));
    if (context) settled.push({ rule, context });
  }
  return settled;
}

function isOfType(candidate: Candidate, rule: SettlingRule, probabilities: Float32Array): boolean {
  if (rule.variant) return candidate.entries.length === 0;
  const type = rule.kind.split('/')[0] as MentionType;
  if (rule.known) return candidate.entries.some((e) => e.type === type) && !isProposed(probabilities);
  if (candidate.entries.some((e) => e.type === type)) return true;
  return MENTION_KINDS.reduce((sum, kind, k) => (kind.startsWith(`${type}/`) ? sum + (probabilities[k] ?? 0) : sum), 0) >= OF_TYPE;
}

const isProposed = (probabilities: Float32Array): boolean =>
  MENTION_KINDS.some((kind, k) => kind.endsWith('/proposes') && (probabilities[k] ?? 0) >= PROPOSED);

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
