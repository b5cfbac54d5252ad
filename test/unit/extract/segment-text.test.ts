// Sections and sentences, by offsets into the text as it stands.
import { describe, expect, test } from 'vitest';
import { kindOf, segmentText } from '../../../src/extract/stages/segment-text.ts';

const sentences = (text: string): string[] => segmentText(text).sentences.map((s) => text.slice(s.start, s.end));
/** "heading/kind: sentence | sentence" of every section that has text or a heading. */
function outline(text: string): string[] {
  const { sections, sentences: all } = segmentText(text);
  return sections
    .map(
      (section, i) =>
        `${section.heading}/${section.kind}: ${all
          .filter((s) => s.section === i)
          .map((s) => text.slice(s.start, s.end))
          .join(' | ')}`,
    )
    .filter((line) => line !== '/other: ');
}

describe('sentences of', () => {
  test.each<[string, string[]]>([
    ['It works. It is fast!  Is it? Yes', ['It works.', 'It is fast!', 'Is it?', 'Yes']],
    ['We use e.g. BERT et al. Then v2.0 works.', ['We use e.g. BERT et al. Then v2.0 works.']],
    ['See Fig. 3. Next one.', ['See Fig. 3.', 'Next one.']],
    ['The J. Smith method. It ends.', ['The J. Smith method.', 'It ends.']],
    ['end.Next sentence here', ['end.', 'Next sentence here']],
    ['one; two', ['one;', 'two']],
    ['第一句。第二句！第三句？末句', ['第一句。', '第二句！', '第三句？', '末句']],
    ['一；二；三', ['一；', '二；', '三']],
    ['达到 71.2%。高于 GPT-4.1。', ['达到 71.2%。', '高于 GPT-4.1。']],
    ['first line\nsecond line', ['first line', 'second line']],
    ['\u3000全角空格。\u00a0不间断', ['全角空格。', '不间断']],
    ['', []],
    ['   \n\n\t', []],
  ])('%j', (text, cut) => {
    expect(sentences(text)).toEqual(cut);
  });
});

describe('sections of', () => {
  test.each<[string, string[]]>([
    ['1. **应用领域**：\n视频生成\n2. **实验效果**：\n很好。', ['应用领域/field: 视频生成', '实验效果/experiment: 很好。']],
    ['### 核心思路\n提出甲。\n\n## 实验\n- 在 A 上。', ['核心思路/usage: 提出甲。', '实验/experiment: - 在 A 上。']],
    ['Method: we do this. Then that.\nResults: good.', ['Method/usage: we do this. | Then that.', 'Results/experiment: good.']],
    ['关键词：A，B', ['关键词/tags: A，B']],
    ['**Background**\nOld ways fail.', ['Background/background: Old ways fail.']],
    ['Plain text: no label of ours.', ['/other: Plain text: no label of ours.']],
    [
      '## A heading long enough to be text as well\nBody.',
      ['A heading long enough to be text as well/other: ## A heading long enough to be text as well | Body.'],
    ],
    ['intro\n### 作者\n某某', ['/other: intro', '作者/skip: 某某']],
  ])('%j', (text, lines) => {
    expect(outline(text)).toEqual(lines);
  });
});

test('list items and table rows are known as such', () => {
  const text = '- one\n* two\n1. three\n| four |\nfive';
  expect(segmentText(text).sentences.map(({ item }) => item)).toEqual([true, true, true, true, false]);
});

describe('the kind of a heading', () => {
  test.each([
    ['应用领域', 'field'],
    ['Research area', 'field'],
    ['关键词', 'tags'],
    ['实验效果', 'experiment'],
    ['Key results', 'experiment'],
    ['数据集', 'data'],
    ['研究背景', 'background'],
    ['创新点', 'innovation'],
    ['Approach', 'usage'],
    ['Conclusion', 'conclusion'],
    ['Abstract', 'summary'],
    ['References', 'skip'],
    ['杂谈', 'other'],
  ])('%s: %s', (heading, kind) => {
    expect(kindOf(heading)).toBe(kind);
  });
});

test('an offset belongs to the sentence it stands in, or to the one before', () => {
  const text = 'One. Two.\n\nThree.';
  const { sentenceAt } = segmentText(text);
  expect([0, 3, 4, 5, 9, 10, 11, 99].map(sentenceAt)).toEqual([0, 0, 0, 1, 1, 1, 2, 2]);
});
