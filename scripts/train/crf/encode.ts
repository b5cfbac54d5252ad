// Papers to numbers for training: features by index, labels allowed, separators, sequences.
import { eachSequence } from '../../../src/extract/crf/decode.ts';
import { type FeatureReader, MAX_FEATURES, type PlacedTokens, placedTokens, readFeatures } from '../../../src/extract/crf/features.ts';
import { separators } from '../../../src/extract/crf/labels.ts';
import type { Doc } from './docs.ts';
import { type LabelOptions, labelTokens } from './label-tokens.ts';

export interface Encoded {
  /** Hash of every feature kept, ascending; a feature's index is its place here. */
  readonly hashes: Uint32Array;
  /** Feature indices of token i are at offsets[i] to offsets[i + 1]. */
  readonly features: Int32Array;
  readonly offsets: Int32Array;
  readonly masks: Uint32Array;
  readonly seps: Uint8Array;
  readonly sequences: readonly { readonly from: number; readonly length: number; readonly weight: number }[];
}

interface EncodeOptions extends LabelOptions {
  readonly minDocs: number;
  readonly devWeight: number;
}

interface Opened {
  readonly placed: PlacedTokens;
  readonly reader: FeatureReader;
}

const SKETCH_BITS = 24;

export function encodeDocs(docs: readonly Doc[], options: EncodeOptions): Encoded {
  const readers = docs.map((doc): Opened => {
    const placed = placedTokens(doc.paper.text, doc.segments);
    return { placed, reader: readFeatures(doc.paper, placed, doc.lexicon) };
  });
  const total = readers.reduce((sum, { placed }) => sum + placed.tokens.length, 0);
  const out = new Uint32Array(MAX_FEATURES);
  const kept = countFeatures(readers, options.minDocs, out);
  const hashes = Uint32Array.from(kept).sort();
  const lookup = new Map<number, number>();
  for (let i = 0; i < hashes.length; i++) lookup.set(hashes[i] as number, i);

  let features = new Int32Array(total * 48);
  const offsets = new Int32Array(total + 1);
  const masks = new Uint32Array(total);
  const seps = new Uint8Array(total);
  const sequences: { from: number; length: number; weight: number }[] = [];
  let token = 0;
  let at = 0;
  for (const [d, doc] of docs.entries()) {
    const { placed, reader } = readers[d] as Opened;
    const { tokens } = placed;
    const base = token;
    masks.set(labelTokens(doc.paper.text, tokens, doc.mentions, options), base);
    seps.set(separators(tokens), base);
    eachSequence(doc.paper.text, placed, (from, length) =>
      sequences.push({ from: base + from, length, weight: doc.dev ? options.devWeight : 1 }),
    );
    for (let i = 0; i < tokens.length; i++, token++) {
      if (at + MAX_FEATURES > features.length) {
        const bigger = new Int32Array(features.length * 2);
        bigger.set(features);
        features = bigger;
      }
      offsets[token] = at;
      const count = reader.fill(i, out);
      for (let f = 0; f < count; f++) {
        const index = lookup.get(out[f] as number);
        if (index !== undefined) features[at++] = index;
      }
    }
  }
  offsets[total] = at;
  return { hashes, features, offsets, masks, seps, sequences };
}

/** Hashes that occur in enough papers, by a sketch: two features that share a cell are counted together, which is rare. */
function countFeatures(readers: readonly Opened[], minDocs: number, out: Uint32Array): Set<number> {
  const cells = 1 << SKETCH_BITS;
  const counts = new Uint8Array(cells);
  const last = new Int16Array(cells).fill(-1);
  const kept = new Set<number>();
  for (const [d, { placed, reader }] of readers.entries())
    for (let i = 0; i < placed.tokens.length; i++) {
      const count = reader.fill(i, out);
      for (let f = 0; f < count; f++) {
        const hash = out[f] as number;
        const cell = hash & (cells - 1);
        if (last[cell] !== d) {
          last[cell] = d;
          if ((counts[cell] as number) < 255) counts[cell] = (counts[cell] as number) + 1;
        }
        if ((counts[cell] as number) >= minDocs) kept.add(hash);
      }
    }
  return kept;
}
