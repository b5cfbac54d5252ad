// A reader against a folder of annotated papers: one report with scores by kind, language and source, a confusion of roles,
// the reliability of its confidence, and the worst errors.

import type { Reader } from '../extract/types.ts';
import type { PaperText } from '../shared/paper.ts';
import { addTallies, type GoldPaper, type MentionError, type Scores, scorePaper, scoresOf, type Tally } from './score.ts';
import { type ResultScores, scoreResults } from './score-results.ts';

export interface EvaluationReport {
  readonly papers: number;
  readonly missing: readonly string[];
  /** `all`, `type:<type>`, `<type>/<role>`, `lang:<lang>`, `source:<name>`, in that order of names. */
  readonly scores: Readonly<Record<string, Scores>>;
  readonly results: ResultScores;
  /** Annotated role -> predicted role -> count, within a type. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Confidence from, to, mentions, share right. */
  readonly reliability: readonly (readonly [number, number, number, number])[];
  /** Most confident first. */
  readonly worst: readonly MentionError[];
}

const BINS = [0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0001];

export function evaluate(
  reader: Reader,
  gold: readonly GoldPaper[],
  texts: ReadonlyMap<string, PaperText>,
  core: boolean,
  /** Where a paper's text comes from, when scores by source are wanted. */
  sourceOf: (paper: string) => string | undefined = () => undefined,
): EvaluationReport {
  const total = new Map<string, Tally>();
  const confusion: Record<string, Record<string, number>> = {};
  const judged: (readonly [number, boolean])[] = [];
  const errors: MentionError[] = [];
  const missing: string[] = [];
  const results = { right: 0, predicted: 0, gold: 0 };
  for (const paper of gold) {
    const text = texts.get(paper.paper);
    if (!text) {
      missing.push(paper.paper);
      continue;
    }
    const extraction = reader.read(text);
    const score = scorePaper(paper, extraction.mentions, core);
    addTallies(total, score.tallies);
    const all = score.tallies.get('all');
    const source = sourceOf(paper.paper);
    if (all) addTallies(total, new Map([[`lang:${text.lang}`, all]]));
    if (all && source !== undefined) addTallies(total, new Map([[`source:${source}`, all]]));
    judged.push(...score.judged);
    errors.push(...score.errors);
    for (const error of score.errors)
      if (error.kind === 'wrong role' && error.gold) {
        const type = error.what.split('/')[0];
        const row = confusion[`${type}/${error.gold}`] ?? {};
        confusion[`${type}/${error.gold}`] = { ...row, [error.what]: (row[error.what] ?? 0) + 1 };
      }
    const r = scoreResults(paper.results ?? [], extraction.results);
    results.right += r.right;
    results.predicted += r.predicted;
    results.gold += r.gold;
  }
  const names = [...total.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return {
    papers: gold.length - missing.length,
    missing,
    scores: Object.fromEntries(names.map((name) => [name, scoresOf(total.get(name) ?? { tp: 0, fp: 0, fn: 0 })])),
    results: { ...results, precision: results.right / (results.predicted || 1), recall: results.right / (results.gold || 1) },
    confusion,
    reliability: BINS.slice(0, -1).map((from, i) => {
      const to = BINS[i + 1] ?? 1;
      const here = judged.filter(([c]) => c >= from && c < to);
      return [from, Math.min(1, to), here.length, here.length === 0 ? 0 : here.filter(([, right]) => right).length / here.length] as const;
    }),
    worst: errors.sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0)).slice(0, 40),
  };
}

const rank = (name: string): number =>
  name === 'all' ? 0 : name.startsWith('type:') ? 1 : name.startsWith('lang:') ? 3 : name.startsWith('source:') ? 4 : 2;
