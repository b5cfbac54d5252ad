// Results from prose, lists and tables in both languages, their evidence, and the cost of hostile lines.
import { describe, expect, it } from 'vitest';
import { sameBenchmark } from '../../../src/eval/score-results.ts';
import { readMetrics } from '../../../src/extract/results/metrics.ts';
import { readNumbers } from '../../../src/extract/results/read-numbers.ts';
import { readTables, type TablePair } from '../../../src/extract/results/read-table.ts';
import { taskPhrases } from '../../../src/extract/results/task-phrases.ts';
import { segmentText } from '../../../src/extract/stages/segment-text.ts';
import { openReader } from '../../../src/pipeline/open-reader.ts';
import { leastProcessorMs } from '../processor-time.ts';

const values = (text: string): string[] => readNumbers(text, 0, text.length).map((n) => n.value);
const { reader } = openReader({ mode: 'rules' });
const read = (text: string, lang: 'zh' | 'en') => reader.read({ id: 'x', title: 'x', date: '', url: '', lang, text }).results;

describe('numbers', () => {
  it('keeps signs, units, ranges and totals as written', () => {
    expect(values('提升 3到20个百分点，约 2.5倍，得分 66%至76%')).toEqual(['3到20个百分点', '2.5倍', '66%至76%']);
    expect(values('gains of +4.5 dB, 57\\% and 7 of 8 games, 1.2-3x faster')).toEqual(['+4.5 dB', '57\\%', '7 of 8', '1.2-3x']);
  });
  it('leaves out years, sizes, versions, list places and references', () => {
    expect(values('In 2024 the 7B model GPT-4 of Table 3 used 16k tokens; see arXiv 2401.01234')).toEqual([]);
  });
  it('tells the old value from the new one', () => {
    const numbers = readNumbers('从 40.1% 提升至 52.3%', 0, 17);
    expect(numbers.map((n) => [n.value, n.from, n.to])).toEqual([
      ['40.1%', true, false],
      ['52.3%', false, true],
    ]);
  });
});

describe('metrics and tasks', () => {
  it('names metrics in both languages', () => {
    const names = (t: string): string[] => readMetrics(t, 0, t.length).map((m) => m.name);
    expect(names('准确率 80%')).toEqual(['accuracy']);
    expect(names('a WER of 4.2 and pass@1 of 30')).toEqual(['WER', 'pass@1']);
  });
  it('finds a task where no benchmark has a name', () => {
    const found = (t: string): string[] => taskPhrases(t, 0, t.length).map((p) => t.slice(p.start, p.end));
    expect(found('a gain of 9% on object counting tasks')).toContain('object counting tasks');
    expect(found('在网页导航任务上提升 9%')).toContain('网页导航');
    expect(found('improves results on several tasks')).toEqual([]);
  });
});

describe('tables', () => {
  it('reads columns by their header', () => {
    const text =
      '| Metric | Dataset | Baseline | Ours | Gain |\n|---|---|---|---|---|\n| Acc | SetA | Foo 70.1% | **75.2%** | +5.1 |\n| Acc | SetB | Foo 60.3% | **61.4%** | +1.1 |';
    const into: TablePair[][] = [];
    readTables(text, 'en', segmentText(text), () => null, into);
    expect(into.flat().map((p) => [p.target.name, p.number.value, p.role])).toEqual([
      ['SetA', '70.1%', 'baseline'],
      ['SetA', '75.2%', 'ours'],
      ['SetA', '+5.1', 'gain'],
      ['SetB', '60.3%', 'baseline'],
      ['SetB', '61.4%', 'ours'],
      ['SetB', '+1.1', 'gain'],
    ]);
  });
});

describe('reader', () => {
  const texts = [
    ['We propose FooNet. On GSM8K and MMLU, FooNet reaches 81.4% and 70.2% accuracy, respectively.', 'en'],
    ['我们提出 FooNet。在 GSM8K 上，准确率从 61.5% 提升至 74.8%。', 'zh'],
    [
      'We propose FooNet.\n\n| Metric | Benchmark | Baseline | Ours | Gain |\n|---|---|---|---|---|\n| Accuracy | GSM8K | Bar 70.1% | **75.2%** | +5.1% |',
      'en',
    ],
  ] as const;
  it('aligns lists and gives both values of a change', () => {
    expect(read(texts[0][0], 'en').map((r) => `${r.benchmark} ${r.value}`)).toEqual(['GSM8K 81.4%', 'MMLU 70.2%']);
    expect(read(texts[1][0], 'zh').map((r) => [r.value, r.kind, r.metric])).toEqual([
      ['61.5%', 'absolute', 'accuracy'],
      ['74.8%', 'absolute', 'accuracy'],
    ]);
  });
  it('quotes the text exactly', () => {
    for (const [text, lang] of texts)
      for (const { evidence: e } of read(text, lang)) {
        expect(text.slice(e.start, e.end)).toBe(e.quote);
        expect(text.slice(e.sentenceStart, e.sentenceStart + e.sentence.length)).toBe(e.sentence);
        expect(
          e.markStart >= e.start && e.markEnd <= e.end && e.start >= e.sentenceStart && e.end <= e.sentenceStart + e.sentence.length,
        ).toBe(true);
      }
  });
});

describe('cost', () => {
  it.each(['在', '1.5% ', '1.5% 和 ', 'on a ', '12', '| 1.5 ', 'a-a-', '(+1 ', '率', 'from 1 to ', 'on x tasks 3.5. ', '于'])(
    'reads a megabyte of %j in under a second',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const segments = segmentText(text);
      const cost = leastProcessorMs(1000, () => {
        for (const s of segments.sentences) {
          readNumbers(text, s.start, s.end);
          readMetrics(text, s.start, s.end);
          taskPhrases(text, s.start, s.end);
        }
        readTables(text, 'en', segments, () => null, []);
      });
      expect(cost).toBeLessThan(1000);
    },
  );
});

describe('scoring', () => {
  it('matches names by their words, and generic words never', () => {
    expect(sameBenchmark('OCRBench v2 (English)', 'OCRBench v2')).toBe(true);
    expect(sameBenchmark('BFCL v4 Multi-Turn', 'BFCL Multi-Turn 4')).toBe(true);
    expect(sameBenchmark('six benchmarks', 'benchmarks')).toBe(false);
    expect(sameBenchmark('MMAR', 'MMAU')).toBe(false);
  });
});
