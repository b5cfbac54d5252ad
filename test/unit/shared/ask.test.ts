// How questions in words are read: the shape and the names in it. Tables of questions in both languages, with names that no graph has.
import { describe, expect, test } from 'vitest';
import { likeQuestions, matchQuestion, namesToTry, tidyQuestion, toSince } from '../../../src/shared/ask/match-question.ts';
import { SHAPES } from '../../../src/shared/ask/shapes.ts';
import { readGallery } from '../../../src/store/gallery.ts';
import { leastProcessorMs } from '../processor-time.ts';

/** Question, shape, and the text of each slot in order. The shape must be among the readings; a look-up chooses between them. */
const QUESTIONS: readonly (readonly [question: string, shape: string, ...slots: string[]])[] = [
  ['哪些论文基于 Qwen2.5-VL-7B', 'base-model', 'Qwen2.5-VL-7B'],
  ['哪些论文基于Qwen2.5-VL-7B？', 'base-model', 'Qwen2.5-VL-7B'],
  ['请问有哪些论文是基于 Zeta-9B 的？', 'base-model', 'Zeta-9B'],
  ['基于通义千问2.5的论文有哪些', 'base-model', '通义千问2.5'],
  ['以 Llama 3 为基座模型的论文有哪些？', 'base-model', 'Llama 3'],
  ['哪些工作微调了 InternVL3？', 'base-model', 'InternVL3'],
  ['Which papers build on Qwen2.5-VL-7B?', 'base-model', 'Qwen2.5-VL-7B'],
  ['which papers are based on DeepSeek R1', 'base-model', 'DeepSeek R1'],
  ['What papers fine-tune OpenVLA', 'base-model', 'OpenVLA'],
  ['Papers built on Glorp 7B', 'base-model', 'Glorp 7B'],
  ['which papers use Qwen3-8B as the base model?', 'base-model', 'Qwen3-8B'],
  ['which methods were evaluated on LIBERO', 'techniques-on-benchmark', 'LIBERO'],
  ['What techniques have been tested on AIME 2024?', 'techniques-on-benchmark', 'AIME 2024'],
  ['哪些方法在 LIBERO 上评测过', 'techniques-on-benchmark', 'LIBERO'],
  ['哪些技术在 AIME24 上做过实验？', 'techniques-on-benchmark', 'AIME24'],
  ['which models were evaluated on MMBench', 'models-on-benchmark', 'MMBench'],
  ['哪些模型在 MMBench 上测过', 'models-on-benchmark', 'MMBench'],
  ['which papers are evaluated on GPQA Diamond', 'papers-on-benchmark', 'GPQA Diamond'],
  ['哪些论文在 SWE-bench Verified 上评测？', 'papers-on-benchmark', 'SWE-bench Verified'],
  ['在 OSWorld 上评测的论文有哪些', 'papers-on-benchmark', 'OSWorld'],
  ['Leaderboard of AIME 2024', 'leaderboard', 'AIME 2024'],
  ['what is the state of the art on LiveCodeBench?', 'leaderboard', 'LiveCodeBench'],
  ['which model is best on Nopebench', 'leaderboard', 'Nopebench'],
  ['AIME 2024 的排行榜', 'leaderboard', 'AIME 2024'],
  ['MATH-500 上谁最好？', 'leaderboard', 'MATH-500'],
  ['AndroidWorld 上的结果有哪些', 'leaderboard', 'AndroidWorld'],
  ['Which benchmarks were never tried with GRPO?', 'benchmarks-untried', 'GRPO'],
  ['哪些基准从未与 GRPO 一起尝试过？', 'benchmarks-untried', 'GRPO'],
  ['GRPO 没在哪些基准上测过', 'benchmarks-untried', 'GRPO'],
  ['which techniques were never tried on AIME 2025', 'techniques-untried', 'AIME 2025'],
  ['哪些技术从未在 AIME 2025 上尝试过', 'techniques-untried', 'AIME 2025'],
  ['which models are used as judges', 'judges'],
  ['Which models serve as annotators?', 'judges'],
  ['哪些模型被用作评审？', 'judges'],
  ['which papers use GPT-4o as a judge', 'judged-by', 'GPT-4o'],
  ['哪些论文用 GPT-4o 作评审', 'judged-by', 'GPT-4o'],
  ['哪些论文用 Claude 打分', 'judged-by', 'Claude'],
  ['newest variants of GRPO', 'newest-variants', 'GRPO'],
  ['What are the latest variants of Foo Optimization?', 'newest-variants', 'Foo Optimization'],
  ['GRPO 有哪些变体', 'newest-variants', 'GRPO'],
  ['GRPO 最新的变体有哪些？', 'newest-variants', 'GRPO'],
  ['lineage of Qwen', 'lineage', 'Qwen'],
  ['which models are derived from LLaMA', 'lineage', 'LLaMA'],
  ['Qwen 的谱系', 'lineage', 'Qwen'],
  ['哪些模型衍生自 Qwen2.5', 'lineage', 'Qwen2.5'],
  ['which family does MiniCPM4 belong to', 'ancestors', 'MiniCPM4'],
  ['MiniCPM4 属于哪个系列', 'ancestors', 'MiniCPM4'],
  ['which papers share a base model', 'base-models-shared'],
  ['哪些论文共用同一个基座模型', 'base-models-shared'],
  ['which papers are linked by a rare technique', 'rare-technique'],
  ['哪些论文由罕见的技术联系起来', 'rare-technique'],
  ['what did embodied AI adopt this month', 'field-adopted', 'embodied AI'],
  ['具身智能本月采用了哪些技术', 'field-adopted', '具身智能'],
  ['最近具身智能用上了什么新技术', 'field-adopted', '具身智能'],
  ['which techniques are used in robotics', 'field-techniques', 'robotics'],
  ['机器人领域用哪些技术', 'field-techniques', '机器人'],
  ['which benchmarks are used in embodied AI', 'field-benchmarks', 'embodied AI'],
  ['具身智能用哪些基准评测', 'field-benchmarks', '具身智能'],
  ['which base models are used in embodied AI', 'field-base-models', 'embodied AI'],
  ['具身智能用哪些基座模型', 'field-base-models', '具身智能'],
  ['papers about embodied AI', 'field-papers', 'embodied AI'],
  ['具身智能领域有哪些论文', 'field-papers', '具身智能'],
  ['which fields have the most papers', 'fields-busiest'],
  ['最热门的领域有哪些', 'fields-busiest'],
  ['which base models was GRPO applied to', 'technique-base-models', 'GRPO'],
  ['GRPO 用在哪些模型上', 'technique-base-models', 'GRPO'],
  ['on which benchmarks was DPO evaluated', 'technique-measured-on', 'DPO'],
  ['DPO 在哪些基准上评测过', 'technique-measured-on', 'DPO'],
  ['which papers use GRPO', 'technique-papers', 'GRPO'],
  ['哪些论文使用了 GRPO', 'technique-papers', 'GRPO'],
  ['who proposed TFQ-GRPO', 'proposed-by', 'TFQ-GRPO'],
  ['TFQ-GRPO 是谁提出的', 'proposed-by', 'TFQ-GRPO'],
  ['which papers compare with DPO', 'compared-with', 'DPO'],
  ['哪些论文与 DPO 对比', 'compared-with', 'DPO'],
  ['which papers train on OpenThoughts', 'trained-on', 'OpenThoughts'],
  ['哪些论文用 OpenThoughts 训练', 'trained-on', 'OpenThoughts'],
  ['papers using GRPO and chain-of-thought', 'both', 'GRPO', 'chain-of-thought'],
  ['哪些论文同时使用 GRPO 和思维链', 'both', 'GRPO', '思维链'],
  ['How is VLA connected to GRPO?', 'path', 'VLA', 'GRPO'],
  ['VLA 和 GRPO 有什么联系', 'path', 'VLA', 'GRPO'],
  ['which techniques are used together', 'techniques-together'],
  ['最常用的技术有哪些', 'techniques-shared'],
  ['which datasets are used for training', 'datasets'],
  ['提出了哪些新基准', 'benchmarks-new'],
  ['new models', 'models-new'],
  ['2026-02-10 以来提出了哪些技术', 'techniques-new'],
  ['which techniques were proposed since 2026-02-10', 'techniques-new'],
  ['what is new this week', 'new-since'],
  ['papers similar to 2602.10575', 'papers-alike', '2602.10575'],
  ['与 2602.10575 相近的论文', 'papers-alike', '2602.10575'],
  ['what does 2602.10575 use', 'paper', '2602.10575'],
  ['论文 2602.10575 用了什么', 'paper', '2602.10575'],
  ['Tell me about Qwen3', 'thing-papers', 'Qwen3'],
  ['介绍一下 Qwen3', 'thing-papers', 'Qwen3'],
  ['GRPO', 'thing-papers', 'GRPO'],
];

describe('questions', () => {
  test('there are at least sixty, in both languages', () => {
    const han = QUESTIONS.filter(([question]) => /\p{Script=Han}/u.test(question)).length;
    expect([QUESTIONS.length >= 60, han >= 30, QUESTIONS.length - han >= 30]).toEqual([true, true, true]);
  });

  test.each(QUESTIONS.map(([question, shape, ...slots]) => ({ question, shape, slots })))('$question', ({ question, shape, slots }) => {
    const readings = matchQuestion(question).map((reading) => [reading.shape.id, ...reading.slots.map(({ text }) => text)]);
    expect(readings).toContainEqual([shape, ...slots]);
  });

  test.each(['why is the sky blue', '为什么天是蓝的', 'hello there, how are you today', '2 + 2', 'DROP TABLE papers; --'])(
    'is taken for nothing but a name: %s',
    (question) => {
      expect(matchQuestion(question).filter(({ shape }) => shape.id !== 'thing-papers')).toEqual([]);
    },
  );

  test.each(['', '   ', '???', '？。'])('an empty one is read in no way: %j', (question) => {
    expect(matchQuestion(question)).toEqual([]);
  });

  test('politeness, quotes, full-width letters and marks do not matter', () => {
    for (const question of ['Please show me which papers use “GRPO”?', 'WHICH PAPERS USE GRPO', 'ｗｈｉｃｈ papers use GRPO？？'])
      expect(matchQuestion(question)[0]).toMatchObject({ shape: { id: 'technique-papers' }, slots: [{ text: 'GRPO' }] });
    expect(tidyQuestion('哪些 论文 基于 Qwen3 ？')).toBe('哪些论文基于Qwen3');
  });

  test('a hostile one is read in bounded time', () => {
    for (const part of ['which papers use ', 'a and ', '和', '哪些论文使用', ' ', 'x'.repeat(50), '\\u0027', '((((']) {
      const cost = leastProcessorMs(500, () => matchQuestion(part.repeat(300)));
      expect(cost).toBeLessThan(500);
    }
  });
});

describe('shapes', () => {
  const gallery = new Map(readGallery().map((item) => [item.id, item]));

  test('there are a few dozen, no two with one id', () => {
    expect(SHAPES.length).toBeGreaterThanOrEqual(30);
    expect(new Set(SHAPES.map(({ id }) => id)).size).toBe(SHAPES.length);
  });

  test.each(SHAPES)('$id gives its question of the gallery every parameter', ({ gallery: id, slots, role }) => {
    const given = [...Object.keys(slots), ...(role ? ['role'] : [])];
    const since = gallery.get(id)?.params.some(({ name }) => name === 'since') ? ['since'] : [];
    expect([...given, ...since].sort()).toEqual(
      gallery
        .get(id)
        ?.params.map(({ name }) => name)
        .sort(),
    );
  });

  test.each(SHAPES)('$id is met by its own examples', ({ id, example }) => {
    for (const question of [example.en, example.zh]) expect(matchQuestion(question).map(({ shape }) => shape.id)).toContain(id);
  });

  test('every question of the gallery can be asked, but for the sentence of one relation', () => {
    const asked = new Set(SHAPES.map(({ gallery: id }) => id));
    expect([...gallery.keys()].filter((id) => !asked.has(id))).toEqual(['edge-evidence']);
  });
});

test('names are tried without the words that say what they are', () => {
  expect(namesToTry('the GRPO algorithm')).toEqual(['the GRPO algorithm', 'GRPO']);
  expect(namesToTry('GRPO算法')).toEqual(['GRPO算法', 'GRPO']);
  expect(namesToTry('diffusion transformers')).toEqual(['diffusion transformers', 'diffusion transformer']);
});

test.each([
  ['since 2026-02-10', '2026-02-10'],
  ['2026-2', '2026-02-01'],
  ['this month', '2026-02-01'],
  ['', '2026-02-01'],
  ['this week', '2026-02-14'],
  ['最近一周', '2026-02-14'],
  ['last month', '2026-01-21'],
  ['今年', '2026-01-01'],
])('"%s" begins on %s when the newest digest is of 2026-02-20', (words, date) => {
  expect(toSince(words, '2026-02-20')).toBe(date);
});

test('what was not understood is answered with questions that share its words', () => {
  expect(likeQuestions('rare technique')[0]?.en).toBe('Which papers are linked by a rare technique?');
  expect(likeQuestions('罕见技术')[0]?.zh).toBe('哪些论文由罕见的技术联系起来？');
  expect(likeQuestions('qqq')).toHaveLength(4);
});
