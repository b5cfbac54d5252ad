// Scores mentions against annotated ones. A mention is right when an annotated one of the same paper has the same type and
// role and the two share a name (case, spaces and punctuation folded); each annotated one is matched once. Annotations of
// salience "optional" are neither asked for nor counted as wrong, and with `core` the same goes for "minor" ones.
import type { Mention } from '../shared/paper.ts';

export interface GoldMention {
  readonly type: string;
  readonly role: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly salience?: string;
}
export interface GoldResult {
  readonly subject: string;
  readonly benchmark: string;
  readonly metric: string;
  readonly value: string;
}
export interface GoldPaper {
  readonly paper: string;
  readonly mentions: readonly GoldMention[];
  readonly results?: readonly GoldResult[];
}
export interface Tally {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}
export interface MentionError {
  readonly paper: string;
  readonly kind: 'missed' | 'spurious' | 'wrong role' | 'duplicate';
  readonly what: string;
  readonly name: string;
  /** The annotated role of a mention with the wrong one. */
  readonly gold?: string;
  readonly confidence?: number;
}
export interface PaperScore {
  /** By `type/role`, `type:<type>` and `all`. */
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly errors: readonly MentionError[];
  /** Each predicted mention's confidence, and whether it was right. */
  readonly judged: readonly (readonly [number, boolean])[];
}

const fold = (s: string): string =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_–—·.,:;'"“”‘’()[\]{}/\\*$^~]+/gu, '');
const keysOf = (m: { readonly name: string; readonly aliases?: readonly string[] }): ReadonlySet<string> =>
  new Set([m.name, ...(m.aliases ?? [])].map(fold).filter(Boolean));
const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((key) => b.has(key));

export function scorePaper(gold: GoldPaper, mentions: readonly Mention[], core: boolean): PaperScore {
  const asked = (m: GoldMention): boolean => m.salience !== 'optional' && !(core && m.salience === 'minor');
  const want = gold.mentions.map((m) => ({ mention: m, keys: keysOf(m), kind: `${m.type}/${m.role}` }));
  const got = mentions.map((m) => ({ mention: m, keys: keysOf(m), kind: `${m.type}/${m.role}` }));
  const takenBy = new Map<number, number>();
  const pairOf = new Map<number, number>();
  for (const pass of [true, false])
    for (const [i, g] of got.entries()) {
      if (pairOf.has(i)) continue;
      const j = want.findIndex((w, n) => !takenBy.has(n) && asked(w.mention) === pass && w.kind === g.kind && meet(w.keys, g.keys));
      if (j < 0) continue;
      takenBy.set(j, i);
      pairOf.set(i, j);
    }
  const tallies = new Map<string, Tally>();
  const bump = (kind: string, part: keyof Tally): void => {
    for (const key of [kind, `type:${kind.split('/')[0]}`, 'all']) {
      const t = tallies.get(key) ?? { tp: 0, fp: 0, fn: 0 };
      tallies.set(key, { ...t, [part]: t[part] + 1 });
    }
  };
  const errors: MentionError[] = [];
  for (const [i, g] of got.entries()) {
    const pair = pairOf.get(i);
    const partner = pair === undefined ? undefined : want[pair];
    if (partner) {
      if (asked(partner.mention)) bump(g.kind, 'tp');
      continue;
    }
    bump(g.kind, 'fp');
    const other = want.find((w) => w.mention.type === g.mention.type && meet(w.keys, g.keys));
    const base = { paper: gold.paper, what: g.kind, name: g.mention.name, confidence: g.mention.confidence };
    errors.push(
      !other
        ? { ...base, kind: 'spurious' }
        : other.kind === g.kind
          ? { ...base, kind: 'duplicate' }
          : { ...base, kind: 'wrong role', gold: other.mention.role },
    );
  }
  for (const [j, w] of want.entries())
    if (!takenBy.has(j) && asked(w.mention)) {
      bump(w.kind, 'fn');
      errors.push({ paper: gold.paper, kind: 'missed', what: w.kind, name: w.mention.name });
    }
  return { tallies, errors, judged: got.map((g, i) => [g.mention.confidence, pairOf.has(i)] as const) };
}

export function addTallies(into: Map<string, Tally>, tallies: ReadonlyMap<string, Tally>): void {
  for (const [key, t] of tallies) {
    const sum = into.get(key) ?? { tp: 0, fp: 0, fn: 0 };
    into.set(key, { tp: sum.tp + t.tp, fp: sum.fp + t.fp, fn: sum.fn + t.fn });
  }
}

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
}

export function scoresOf({ tp, fp, fn }: Tally): Scores {
  const round = (x: number): number => Math.round(x * 1000) / 1000;
  const precision = tp / (tp + fp || 1);
  const recall = tp / (tp + fn || 1);
  return { precision: round(precision), recall: round(recall), f1: round((2 * tp) / (2 * tp + fp + fn || 1)), gold: tp + fn };
}
