// Tokens, weights as bytes, and the reader from training to spans: on made-up papers.
import { describe, expect, it } from 'vitest';
import type { Doc, GoldMention } from '../../../../scripts/train/crf/docs.ts';
import { labelTokens } from '../../../../scripts/train/crf/label-tokens.ts';
import { trainCrf } from '../../../../scripts/train/crf/train.ts';
import { createCrf } from '../../../../src/extract/crf/decode.ts';
import { TRANSITIONS } from '../../../../src/extract/crf/labels.ts';
import { TOKEN, tokenize } from '../../../../src/extract/crf/tokenize.ts';
import { PLACE_BITS, packWeights, unpackWeights } from '../../../../src/extract/crf/weights.ts';
import { segmentText } from '../../../../src/extract/stages/segment-text.ts';
import { MENTION_KINDS } from '../../../../src/shared/ontology.ts';

const words = (text: string): string[] => {
  const tokens = tokenize(text);
  return Array.from({ length: tokens.length }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
};

describe('tokenize', () => {
  it.each([
    ['We tune Qwen2.5-VL-7B.', ['We', 'tune', 'Qwen2.5-VL-7B', '.']],
    ['GRPO-based, VBench++ (v1.5)', ['GRPO', '-', 'based', ',', 'VBench++', '(', 'v1.5', ')']],
    ['提出X-Net框架', ['提', '出', 'X-Net', '框', '架']],
    ['π0 beats **A**', ['π0', 'beats', '*', '*', 'A', '*', '*']],
    ['done.The 3.5 end-', ['done', '.', 'The', '3.5', 'end', '-']],
  ])('cuts %s', (text, expected) => expect(words(text)).toEqual(expected));
  it('takes case and width for the same word', () => {
    const tokens = tokenize('GRPO grpo （(');
    expect(tokens.word[0]).toBe(tokens.word[1]);
    expect(tokens.word[2]).toBe(tokens.word[3]);
  });
  it('tells numbers from names', () => expect([...tokenize('2.5 R1 模').kind]).toEqual([TOKEN.number, TOKEN.word, TOKEN.han]));
});

describe('weights', () => {
  const bytes = packWeights({
    transitions: new Float32Array(TRANSITIONS).fill(0.5),
    hashes: Uint32Array.from([3, 70_000, 4_294_967_295]),
    rowStart: Uint32Array.from([0, 2, 3, 4]),
    atoms: Uint8Array.from([0, 23, 5, 1]),
    values: Float32Array.from([1, -0.25, 0.01, -1]),
    largest: 1,
  });
  it('come back as they were', () => {
    const read = unpackWeights(Buffer.from(bytes));
    expect(read.transitions[7]).toBe(0.5);
    const at = [...read.slots]
      .filter((entry) => entry >= 0)
      .map((entry) => entry & ((1 << PLACE_BITS) - 1))
      .sort((a, b) => a - b);
    expect(at.map((row) => (read.rows[row] ?? 0) + 65536 * (read.rows[row + 1] ?? 0))).toEqual([3, 70_000, 4_294_967_295]);
    expect(read.rows[2]).toBe(2);
    expect((read.rows[4] ?? 0) & 255).toBe(23);
    expect(read.weightOf[(read.rows[4] ?? 0) >> 8]).toBeCloseTo(-0.25, 2);
  });
  it('are refused when damaged or of another version', () => {
    expect(() => unpackWeights(bytes.slice(0, 100))).toThrow(/cut short/);
    expect(() => unpackWeights(bytes.slice(4))).toThrow(/not a weights file/);
    const other = bytes.slice();
    other[4] = 99;
    expect(() => unpackWeights(other)).toThrow(/another version/);
  });
});

const mention = (type: string, role: string, name: string, salience: 'core' | 'minor' = 'core'): GoldMention => ({
  type,
  role,
  name,
  aliases: [name],
  salience,
});
const METHODS = ['ZetaNet', 'FooRL', 'BarFlow', 'QuxNet', 'TauFlow', 'RhoNet', 'PhiRL', 'PsiNet'];
const BENCHES = ['KiteBench', 'LakeQA', 'MoonBench', 'NestQA', 'OakBench', 'PineQA', 'ReedBench', 'SandQA'];
const docs: Doc[] = METHODS.map((method, i) => {
  const bench = BENCHES[i] ?? '';
  const text =
    i % 2
      ? `We propose ${method}, a new method. It is evaluated on ${bench} and works.`
      : `本文提出 ${method} 方法。实验在 ${bench} 上进行，效果好。`;
  return {
    paper: { id: `p${i}`, title: method, date: '', url: '', lang: i % 2 ? 'en' : 'zh', text },
    segments: segmentText(text),
    lexicon: [],
    mentions: [mention('method', 'proposes', method), mention('benchmark', 'evaluates', bench)],
    dev: false,
    source: 'made up',
  };
});
const options = { epochs: 8, minDocs: 1, l1: 0.01, l2: 0.01 };

describe('reader', () => {
  const weights = trainCrf(docs, options);
  const crf = createCrf(weights);
  const read = (text: string, lang: 'zh' | 'en' = 'en') => crf.read({ title: '', text, lang }, segmentText(text), []);

  it('finds names it has never seen by what stands around them', () => {
    const text = 'We propose GlowNet, a new method. It is evaluated on HillBench and works.';
    const found = read(text).filter((span) => span.probs.reduce((a, b) => a + b, 0) > 0.5);
    const named = found.map((span) => [text.slice(span.start, span.end), MENTION_KINDS[span.probs.indexOf(Math.max(...span.probs))]]);
    expect(named).toEqual([
      ['GlowNet', 'method/proposes'],
      ['HillBench', 'benchmark/evaluates'],
    ]);
  });
  it('gives probabilities', () => {
    for (const span of read('本文提出 GlowNet 方法。', 'zh')) {
      const sum = span.probs.reduce((a, b) => a + b, 0);
      expect(sum).toBeLessThanOrEqual(1.0001);
      expect(sum).toBeGreaterThanOrEqual(0.08);
    }
  });
  it('trains and reads the same twice', () => {
    expect(Buffer.compare(weights, trainCrf(docs, options))).toBe(0);
    expect(read('We propose X.')).toEqual(read('We propose X.'));
  });
  it('has nothing to say about nothing', () => expect(read('')).toEqual([]));
  it.each(['((((', '提出', 'a-a-a-a', 'Aa1 '])('reads 1 MB of %s in linear time', (unit) => {
    const long = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const short = long.slice(0, 200_000);
    read(short);
    const time = (text: string): number => {
      const started = process.cpuUsage();
      read(text);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1e6;
    };
    expect(time(long)).toBeLessThan(15 * Math.max(time(short), 0.1));
  });
});

describe('labelTokens', () => {
  it('labels every occurrence, the longest first, and leaves minor ones open', () => {
    const text = 'Foo Bar and Foo, then Baz.';
    const masks = labelTokens(
      text,
      tokenize(text),
      [mention('method', 'uses', 'Foo'), mention('method', 'uses', 'Foo Bar'), mention('model', 'base', 'Baz', 'minor')],
      { minor: 'open', optional: 'open' },
    );
    const uses = MENTION_KINDS.indexOf('method/uses');
    const base = MENTION_KINDS.indexOf('model/base');
    expect([...masks]).toEqual([1 << (1 + uses), 1 << (13 + uses), 1, 1 << (1 + uses), 1, 1, (1 << (1 + base)) | 1, 1]);
  });
});
