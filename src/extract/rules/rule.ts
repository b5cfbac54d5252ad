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

const bitOf = (cue: CueId): number => 1 << CUE_IDS.indexOf(cue);

/** A rule as bits, for the many times it is asked. */
export interface RuleTest {
  readonly cue: number;
  /** Index into WINDOWS, or -1: anywhere near. */
  readonly window: number;
  readonly unless: number;
  readonly section: SectionKind | null;
}

export function testOf({ cue, window, unless = [], section }: Rule): RuleTest {
  return {
    cue: cue === undefined ? 0 : bitOf(cue),
    window: window === undefined ? -1 : WINDOWS.indexOf(window),
    unless: unless.reduce((bits, c) => bits | bitOf(c), 0),
    section: section ?? null,
  };
}

export function testHolds({ cue, window, unless, section }: RuleTest, { windows }: Context, here: SectionKind): boolean {
  if (section !== null && section !== here) return false;
  const near = (windows[1] as number) | (windows[4] as number);
  if ((near & unless) !== 0) return false;
  if (cue === 0) return section !== null;
  return ((window < 0 ? near : (windows[window] as number)) & cue) !== 0;
}

export const ruleHolds = (rule: Rule, context: Context, section: SectionKind): boolean => testHolds(testOf(rule), context, section);
