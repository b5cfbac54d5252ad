// Cue words in a text, in one pass.
import { foldName } from '../../shared/fold.ts';
import { type Automaton, buildTrie, createAutomaton } from '../automaton.ts';
import { isEdge } from '../characters.ts';
import type { FoldedText } from '../folded-text.ts';
import { CUE_CLASSES } from '../rules/cues.ts';

export interface CueHit {
  readonly start: number;
  readonly end: number;
  /** Index into CUE_CLASSES. */
  readonly cue: number;
}

interface CueTable {
  readonly automaton: Automaton;
  /** Classes of a pattern: one word may be a cue of several. */
  readonly classes: readonly (readonly number[])[];
  /** Cues made of signs only ("%", ", a") are looked up as they stand. */
  readonly literal: readonly (readonly [string, number])[];
}

let table: CueTable | null = null;

function cueTable(): CueTable {
  if (table) return table;
  const byForm = new Map<string, number[]>();
  const literal: [string, number][] = [];
  for (const [i, { cues }] of CUE_CLASSES.entries())
    for (const cue of cues) {
      const folded = foldName(cue);
      if (folded.length < 2 && !/\p{Script=Han}/u.test(folded)) literal.push([cue, i]);
      else byForm.set(folded, [...(byForm.get(folded) ?? []), i]);
    }
  const forms = [...byForm.keys()];
  table = { automaton: createAutomaton(buildTrie(forms)), classes: [...byForm.values()], literal };
  return table;
}

/** Sorted by start. */
export function findCues(text: string, folded: FoldedText): CueHit[] {
  const { automaton, classes, literal } = cueTable();
  const hits: CueHit[] = [];
  automaton.scan(folded, (pattern, from, to) => {
    const start = folded.origin[from] ?? 0;
    const end = (folded.origin[to - 1] ?? 0) + 1;
    if (!isEdge(text, start) || !isEdge(text, end) || end - start > 40) return;
    for (const cue of classes[pattern] ?? []) hits.push({ start, end, cue });
  });
  for (const [word, cue] of literal)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      hits.push({ start: at, end: at + word.length, cue });
  return hits.sort((a, b) => a.start - b.start || a.end - b.end || a.cue - b.cue);
}
