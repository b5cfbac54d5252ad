// The grammar of benchmark names: year and version apart from the words; "benchmark" and "数据集" are no part of a name.
import { describe, expect, test } from 'vitest';
import { type BenchmarkParse, benchmarkKey, benchmarkParent, parseBenchmarkName } from '../../../src/resolve/parse-benchmark-name.ts';

describe('words, version, year of', () => {
  test.each<[string, string, string, string]>([
    ['AIME 2024', 'aime', '', '2024'],
    ['AIME24', 'aime', '', '2024'],
    ["AIME'24", 'aime', '', '2024'],
    ['AIME’25', 'aime', '', '2025'],
    ['AMC12', 'amc', '12', ''],
    ['AMC12 2023', 'amc', '12', '2023'],
    ['AMC23', 'amc', '', '2023'],
    ['HMMT February 2025', 'hmmt feb', '', '2025'],
    ['HMMT Feb 25', 'hmmt feb', '', '2025'],
    ['LiveCodeBench v6', 'livecodebench', '6', ''],
    ['SWE-bench Verified', 'swe bench verified', '', ''],
    ['VBench++', 'vbench plus plus', '', ''],
    ['VBench 2.0', 'vbench', '2', ''],
    ['τ²-bench', 'tau bench', '2', ''],
    ['MATH-500', 'math', '500', ''],
    ['WMT14 En-De', 'wmt en de', '', '2014'],
    ['PASCAL VOC 2012', 'pascal voc', '', '2012'],
    ['ScanNet200', 'scannet', '200', ''],
    ['ImageNet-1K', 'imagenet', '1k', ''],
    ['DocVQA test set', 'docvqa', '', ''],
    ['LibriSpeech test-clean', 'librispeech test clean', '', ''],
    ['MMLU 基准测试', 'mmlu', '', ''],
    ['GSM8K 数据集', 'gsm8k', '', ''],
    ['基准', '基准', '', ''],
    ['test', 'test', '', ''],
    ['2024', '2024', '', ''],
    ['', '', '', ''],
  ])('%s', (name, words, version, year) => {
    expect(parseBenchmarkName(name)).toEqual({ words: words === '' ? [] : words.split(' '), version, year });
  });
});

describe('spelling does not count, years and versions do', () => {
  test.each([
    ['Hotpot QA', 'HotpotQA', true],
    ['SWE-bench Verified', 'SWE-Bench-Verified', true],
    ['AIME 2025', 'aime_2025', true],
    ['AMC 2023', 'AMC12 2023', false],
    ['VBench', 'VBench++', false],
    ['LiveCodeBench v5', 'LiveCodeBench v6', false],
    ['MMBench-EN', 'MMBench-CN', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(benchmarkKey(parseBenchmarkName(a)) === benchmarkKey(parseBenchmarkName(b))).toBe(same);
  });
});

test('the year comes off first, then the version, then words', () => {
  const keys: string[] = [];
  for (let p: BenchmarkParse | null = parseBenchmarkName('RidgeBench Hard v2 2026'); p; p = benchmarkParent(p)) keys.push(benchmarkKey(p));
  expect(keys).toEqual(['ridgebenchhard-2-2026', 'ridgebenchhard-2', 'ridgebenchhard', 'ridgebench']);
});
