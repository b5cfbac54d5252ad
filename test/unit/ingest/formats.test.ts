// Every format, from bytes to papers, compared as a whole.
import { describe, expect, test } from 'vitest';
import { INPUT_FORMATS } from '../../../src/ingest/format.ts';
import { detectFormat, readSource } from '../../../src/ingest/read-source.ts';
import { paperTextSchema } from '../../../src/shared/paper.ts';
import { fixture, read, said } from './read.ts';

const FILES = ['report.md', 'hf-2026-03-03.json', 'neutral.jsonl', 'kaggle.jsonl', 'feed.atom', 'headings.md', 'table.md', 'list.md'];

test.each(FILES)('%s reads without a complaint into valid papers', (file) => {
  const source = read(file);
  expect(said(source)).toEqual([]);
  expect(source.papers.length).toBeGreaterThan(0);
  expect(source.papers.filter((paper) => !paperTextSchema.safeParse(paper).success)).toEqual([]);
});

describe('the report, in every style of section headings', () => {
  const { papers } = read('report.md');

  test.each([
    [
      'numbered bold',
      0,
      { id: '2603.00101', title: 'SkyGraph: Routing Tokens Over Graphs', url: 'https://arxiv.org/abs/2603.00101' },
      '1. **应用领域**：\n语言模型推理\n2. **核心要点**：\n提出 SkyGraph，在推理时选择路径。\n3. **实验效果**：\n在 AIME 2025 上提升 3.1 个点。',
    ],
    [
      '###',
      1,
      { id: '2603.00102', title: 'RidgeBench: Planning in the Hills', url: 'https://huggingface.co/papers/2603.00102' },
      '### 1. 应用领域\n具身智能\n### 2. 核心要点\n构建 RidgeBench 基准。\n### 3. 实验效果\n最好的模型得分 41.2%。',
    ],
    [
      '##',
      2,
      { id: expect.stringMatching(/^u-[0-9a-f]{14}$/), title: 'Quiet Decoding', url: 'https://example.org/papers/quiet-decoding' },
      '## 1. 应用领域\n语音识别\n## 2. 核心要点\n提出安静解码。\n## 3. 实验效果\n词错误率降到 2.1%。',
    ],
    [
      'a nested # title',
      3,
      { id: '2603.00104', title: 'Nimbus Technical Report', url: 'https://arxiv.org/abs/2603.00104v2' },
      '# Nimbus Technical Report 研究报告\n## 1. 应用领域\n大语言模型\n## 2. 核心要点\n推出 NimbusLM-7B。\n## 3. 实验效果\nMMLU 得分为 71.2%。',
    ],
  ])('%s', (_style, i, facts, text) => {
    expect(papers[i]).toEqual({ ...facts, date: '2026-03-02', lang: 'zh', text });
  });
});

test('Hugging Face Daily Papers: the date is that of the file, keywords are hints', () => {
  expect(read('hf-2026-03-03.json').papers).toEqual([
    {
      id: '2603.00201',
      title: 'Lantern Search',
      date: '2026-03-03',
      url: 'https://huggingface.co/papers/2603.00201',
      lang: 'en',
      text: 'We search with a lantern. It is bright.\n\nCode is open.',
      publishedAt: '2026-03-01',
      keywords: ['search', 'agents'],
    },
    {
      id: expect.stringMatching(/^t-/),
      title: 'Bare Record',
      date: '2026-03-03',
      url: '',
      lang: 'en',
      text: 'A record without the inner paper.',
      publishedAt: '2026-03-02',
    },
  ]);
});

test('neutral JSON lines: the text stays exactly as it is', () => {
  expect(read('neutral.jsonl').papers).toEqual([
    {
      id: '2603.00301',
      title: 'Two Lines',
      date: '2026-03-04',
      url: 'https://arxiv.org/abs/2603.00301',
      lang: 'en',
      text: 'First line.\nSecond line stays a line.',
    },
    { id: 'note-7', title: '笔记', date: '2026-03-04', url: '', lang: 'zh', text: '我们提出天图。', keywords: ['图'] },
  ]);
});

test('arXiv Kaggle lines: unwrapped, with categories', () => {
  expect(read('kaggle.jsonl').papers).toEqual([
    {
      id: '2603.00401',
      title: 'Wrapped Title',
      date: '2026-03-05',
      url: 'https://arxiv.org/abs/2603.00401',
      lang: 'en',
      text: 'An abstract that is hard-wrapped.',
      publishedAt: '2026-03-05',
      categories: ['cs.CL', 'cs.AI'],
    },
    {
      id: 'cs/0701001',
      title: 'Old Style Id',
      date: '2007-01-03',
      url: 'https://arxiv.org/abs/cs/0701001',
      lang: 'en',
      text: 'It is old.',
      publishedAt: '2007-01-03',
      categories: ['cs.LG'],
    },
  ]);
});

test('arXiv Atom: entities decoded, the version off', () => {
  expect(read('feed.atom').papers).toEqual([
    {
      id: '2603.00501',
      title: 'Ropes & Ladders: A Climb',
      date: '2026-03-06',
      url: 'https://arxiv.org/abs/2603.00501',
      lang: 'en',
      text: 'We climb. Ropes help < 3 times.',
      publishedAt: '2026-03-05',
      categories: ['cs.RO', 'cs.AI'],
    },
    {
      id: '2603.00502',
      title: 'One Category',
      date: '2026-03-06',
      url: 'https://arxiv.org/abs/2603.00502',
      lang: 'en',
      text: 'Just one.',
      publishedAt: '2026-03-06',
      categories: ['cs.CL'],
    },
  ]);
});

describe('any Markdown digest', () => {
  test.each([
    [
      'headings.md',
      '2026-03-07',
      [
        ['2603.00601', 'Paper One: Lanterns'],
        ['2603.00602', 'Paper Two: Ladders'],
      ],
    ],
    [
      'table.md',
      '2026-03-08',
      [
        ['2603.00701', 'Lanterns'],
        ['2603.00702', 'Ladders'],
      ],
    ],
    [
      'list.md',
      '2026-03-09',
      [
        ['2603.00801', '灯塔'],
        ['2603.00802', '梯子'],
      ],
    ],
  ])('%s', (file, date, facts) => {
    expect(read(file).papers.map((paper) => [paper.id, paper.title, paper.date])).toEqual(facts.map((pair) => [...pair, date]));
  });

  test('the text of a unit is its own words: a list item keeps its second line', () => {
    expect(read('list.md').papers[0]?.text).toContain('第二行也属于它。');
    expect(read('table.md').papers[1]?.text).toBe('**Ladders** - a planner with ladders.');
  });
});

describe('what a format is told by', () => {
  test.each([
    ['report.md', 'report-markdown'],
    ['hf-2026-03-03.json', 'hf-daily'],
    ['neutral.jsonl', 'jsonl'],
    ['kaggle.jsonl', 'arxiv-kaggle'],
    ['feed.atom', 'arxiv-atom'],
    ['headings.md', 'markdown'],
    ['table.md', 'markdown'],
    ['list.md', 'markdown'],
  ])('%s is %s, whatever its name', (file, format) => {
    expect(readSource('x.bin', fixture(file)).format).toBe(format);
  });

  test.each([
    ['  \n<feed xmlns="x"/>', 'arxiv-atom'],
    ['[paper](https://arxiv.org/abs/2603.00601) is a link, not an array', 'markdown'],
    ['[{"text":"x","title":"y"}]', 'jsonl'],
    ['{"paper":{"id":"2603.00201"}}', 'hf-daily'],
    ['just words', 'markdown'],
    ['', 'markdown'],
  ])('%j is %s', (text, format) => {
    expect(detectFormat(text)).toBe(format);
  });

  test('a given format goes before the detected one', () => {
    expect(INPUT_FORMATS.map((format) => readSource('x', fixture('neutral.jsonl'), { format }).format)).toEqual([...INPUT_FORMATS]);
  });
});

test('Windows line ends and a byte order mark change nothing', () => {
  const text = fixture('report.md').toString('utf8');
  expect(read('report.md', `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(read('report.md'));
});
