// Labels of the CRF, what of them share weights, and where its transition weights stand in their vector.
import { MENTION_KINDS, MENTION_TYPES } from '../../shared/ontology.ts';
import { hashLower, TOKEN, type Tokens } from './tokenize.ts';

export const KINDS = MENTION_KINDS.length;
/** Label 0 is outside, 1 + k begins kind k, 1 + KINDS + k continues it. */
export const LABELS = 1 + 2 * KINDS;
/** Further states: outside, on a separator after a mention of kind k, so that lists and "Long (ABBR)" remember it. */
export const STATES = LABELS + KINDS;
export const BEGIN = 1;
export const INSIDE = 1 + KINDS;
/** The state on a separator after kind k is AFTER + k: the states go on where the labels end. */
export const AFTER: number = 1 + 2 * KINDS;

/** Type number of every kind. */
export const TYPE_OF: readonly number[] = MENTION_KINDS.map((kind) =>
  MENTION_TYPES.indexOf(kind.slice(0, kind.indexOf('/')) as (typeof MENTION_TYPES)[number]),
);

/** A feature weighs on atoms, not on labels: begin, inside, begin and inside by type, and the kind. Outside weighs nothing. */
const TYPES = MENTION_TYPES.length;
export const ATOMS = 2 + 2 * TYPES + KINDS;
export const ATOM = { begin: 0, inside: 1, beginType: 2, insideType: 2 + TYPES, kind: 2 + 2 * TYPES } as const;

/** Sum of the atoms of every label, from `atoms` into `scores` at an offset; outside is 0. */
export function scoreLabels(atoms: Float64Array, scores: Float64Array, at: number): void {
  const begin = atoms[ATOM.begin] as number;
  const inside = atoms[ATOM.inside] as number;
  scores[at] = 0;
  for (let k = 0; k < KINDS; k++) {
    const type = TYPE_OF[k] as number;
    const kind = atoms[ATOM.kind + k] as number;
    scores[at + BEGIN + k] = begin + (atoms[ATOM.beginType + type] as number) + kind;
    scores[at + INSIDE + k] = inside + (atoms[ATOM.insideType + type] as number) + kind;
  }
}

/** Classes of separators: none, list, comma, opening, closing bracket, markup, slash and the like, colon. */
export const SEPARATORS = 8;
const MARKUP = 5;
const SEPARATOR_OF = new Map<number, number>();
for (const [i, signs] of ['、 和 与 及 或 & and or 以及', ', ;', '(', ')', '* " “ ” ` 《 》 「 」 _ ’ ‘', '/ + - – — → >', ': |'].entries())
  for (const sign of signs.split(' ')) SEPARATOR_OF.set(hashLower(sign, 0, sign.length), i + 1);

/** Class of every token as separator; markup after a separator keeps its class. */
export function separators(tokens: Tokens): Uint8Array {
  const classes = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kind[i] === TOKEN.newline) continue;
    const own = SEPARATOR_OF.get(tokens.word[i] ?? 0) ?? 0;
    const before = i > 0 ? (classes[i - 1] ?? 0) : 0;
    classes[i] = own === MARKUP && before > 0 ? before : own;
  }
  return classes;
}

const PAIRS = KINDS * KINDS;
/** Offsets of the transition weights. */
export const TRANSITION = {
  outsideToOutside: 0,
  /** From outside to the begin of a kind. */
  outsideToBegin: 1,
  /** From begin k, and inside k, to outside. */
  beginToOutside: 1 + KINDS,
  insideToOutside: 1 + 2 * KINDS,
  /** From kind k straight to the begin of j: one weight for each. */
  leave: 1 + 3 * KINDS,
  enter: 1 + 4 * KINDS,
  beginToInside: 1 + 5 * KINDS,
  insideToInside: 1 + 6 * KINDS,
  /** By separator: onto it from kind k, off it to outside, off it to the begin of j; same kind and same type at all. */
  onto: 1 + 7 * KINDS,
  off: 1 + 7 * KINDS + SEPARATORS * KINDS,
  sameKind: 1 + 7 * KINDS + 2 * SEPARATORS * KINDS,
  sameType: 1 + 7 * KINDS + 2 * SEPARATORS * KINDS + SEPARATORS,
  follow: 1 + 7 * KINDS + 2 * SEPARATORS * KINDS + 2 * SEPARATORS,
} as const;
export const TRANSITIONS = TRANSITION.follow + SEPARATORS * PAIRS;
