// A rule ties words beside a name to a type and role. Its id stands on every edge it explains and is never reused.
import type { MentionKind, MentionType } from '../../shared/ontology.ts';
import type { Context, Window } from '../stages/find-context.ts';
import { WINDOWS } from '../stages/find-context.ts';
import type { SectionKind } from '../stages/segment-text.ts';
import { CUE_IDS, type CueId } from './cues.ts';

export interface Rule {
  readonly id: `${MentionType}/${string}`;
  readonly kind: MentionKind;
  /** The cue class that must stand in the window, and one that must not stand in any of `unless`. */
  readonly cue?: CueId;
  readonly window?: Window;
  readonly unless?: readonly CueId[];
  /** The section the name must stand in. */
  readonly section?: SectionKind;
  /** Sentences with the name in ⟦ ⟧: where the rule holds and where it must not. */
  readonly examples: { readonly hit: readonly string[]; readonly miss: readonly string[] };
}

const CUE_BIT = new Map(CUE_IDS.map((cue, i) => [cue, 1 << i]));
const cueBit = (cue: CueId): number => CUE_BIT.get(cue) ?? 0;

export function ruleHolds(rule: Rule, context: Context, section: SectionKind): boolean {
  if (rule.section !== undefined && rule.section !== section) return false;
  const near = (context.windows[1] ?? 0) | (context.windows[4] ?? 0);
  if (rule.unless?.some((cue) => near & cueBit(cue))) return false;
  if (rule.cue === undefined) return rule.section !== undefined;
  const windows = rule.window === undefined ? near : (context.windows[WINDOWS.indexOf(rule.window)] ?? 0);
  return (windows & cueBit(rule.cue)) !== 0;
}
