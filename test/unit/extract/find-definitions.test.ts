// Where a text itself says what is a name, and that two forms are one thing.
import { describe, expect, test } from 'vitest';
import { SpanSet } from '../../../src/extract/spans.ts';
import { findDefinitions, findTitleName, titleName } from '../../../src/extract/stages/find-definitions.ts';
import { segmentText } from '../../../src/extract/stages/segment-text.ts';

/** "words [sources] = linked words", in the order of the text. */
function found(text: string): string[] {
  const spans = new SpanSet();
  findDefinitions(text, segmentText(text), spans);
  return spans.sorted().map((span) => {
    const linked = span.linked.map((other) => text.slice(other.start, other.end)).join(', ');
    return `${text.slice(span.start, span.end)} [${[...span.sources].join(', ')}]${linked ? ` = ${linked}` : ''}`;
  });
}

describe('a long form and its short one, in either order and language', () => {
  test.each<[string, string[]]>([
    [
      'We use Group Relative Policy Optimization (GRPO) here.',
      ['Group Relative Policy Optimization [pair] = GRPO', 'GRPO [pair] = Group Relative Policy Optimization'],
    ],
    [
      'GRPO (Group Relative Policy Optimization) is used.',
      ['GRPO [pair] = Group Relative Policy Optimization', 'Group Relative Policy Optimization [pair] = GRPO'],
    ],
    ['采用组相对策略优化（GRPO）训练。', ['组相对策略优化 [pair] = GRPO', 'GRPO [pair] = 组相对策略优化']],
    ['GRPO（组相对策略优化）很稳定', ['GRPO [pair] = 组相对策略优化', '组相对策略优化 [pair] = GRPO']],
    ['基于上下文学习 (In-Context Learning)', ['上下文学习 [pair] = In-Context Learning', 'In-Context Learning [pair] = 上下文学习']],
    ['通过对比学习（Contrastive Learning）', ['对比学习 [pair] = Contrastive Learning', 'Contrastive Learning [pair] = 对比学习']],
    ['We propose TAR: Token-Aware Routing for experts.', ['TAR [pair] = Token-Aware Routing', 'Token-Aware Routing [pair] = TAR']],
    ['采用在线强化学习（Online RL）', ['在线强化学习 [pair] = Online RL', 'Online RL [pair] = 在线强化学习']],
  ])('%s', (text, spans) => {
    expect(found(text)).toEqual(spans);
  });

  test('a gloss of two parts links all three', () => {
    expect(found('基于检索增强生成 (Retrieval-Augmented Generation, RAG) 的系统')).toEqual([
      '检索增强生成 [pair] = Retrieval-Augmented Generation, RAG',
      'Retrieval-Augmented Generation [pair] = 检索增强生成, RAG',
      'RAG [pair] = 检索增强生成, Retrieval-Augmented Generation',
    ]);
  });

  test.each([
    '结果（如图 3）很好',
    'values (12.5%) rose',
    'see (e.g., BERT) there',
    'Results: Other methods fall behind.',
    'TAR: Every expert has a say.',
    'we tested it (twice) today',
    '((((',
    '))))(',
    '（',
    'a (b',
  ])('no pair in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('names that are given', () => {
  test.each<[string, string[]]>([
    ['a framework called SkyGraph for routing', ['SkyGraph [definition]']],
    ['we call it Ridge Search.', ['Ridge Search [definition]']],
    ['提出名为SkyGraph的方法', ['SkyGraph [definition]']],
    ['一个名为“天图”的框架', ['天图 [quote, definition]']],
    ['**SkyGraph** is new', ['SkyGraph [bold]']],
    ['the “Ridge Search” idea', ['Ridge Search [quote]']],
    ['没有名字。', []],
  ])('%s', (text, spans) => {
    expect(found(text)).toEqual(spans);
  });
});

test('a line of fields is a list, and its items are names', () => {
  expect(found('### 应用领域\n视频生成、具身智能和自动驾驶')).toEqual([
    '视频生成 [item]',
    '具身智能和自动驾驶 [item]',
    '具身智能 [item]',
    '自动驾驶 [item]',
  ]);
});

describe('the name before the colon of a title', () => {
  test.each([
    ['SkyGraph: Routing Tokens', 'SkyGraph'],
    ['“天图”：一种方法', '天图'],
    ['A study of things', null],
    ['One two three four five six: x', null],
    ['', null],
  ])('%s: %s', (title, name) => {
    expect(titleName(title)).toBe(name);
  });

  test('is found wherever the text says it as a word', () => {
    const text = 'SkyGraph 很快，SkyGraphs 不算，用SkyGraph。';
    const spans = new SpanSet();
    expect(findTitleName(text, 'SkyGraph: Routing', spans)).toBe('SkyGraph');
    expect(spans.sorted().map(({ start }) => start)).toEqual([0, text.lastIndexOf('SkyGraph')]);
  });
});
