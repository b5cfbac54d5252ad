// Every rule's examples, run: a name in ⟦ ⟧ that the rule must hold for, and one that it must not hold for.
import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/extract/rules/all.ts';
import { CUE_CLASSES } from '../../../src/extract/rules/cues.ts';
import { type Rule, ruleHolds } from '../../../src/extract/rules/rule.ts';
import type { Context } from '../../../src/extract/stages/find-context.ts';
import type { SectionKind } from '../../../src/extract/stages/segment-text.ts';
import { foldName } from '../../../src/shared/fold.ts';
import { MENTION_KINDS } from '../../../src/shared/ontology.ts';
import { find } from './make-lexicon.ts';

const HAN = /\p{Script=Han}/u;

/** Contexts of the marked name; none when the finders do not see it as a name. */
function contextsOf(example: string): { readonly context: Context; readonly section: SectionKind }[] {
  const start = example.indexOf('⟦');
  const end = example.indexOf('⟧') - 1;
  const { segments, contextsOf: contexts } = find(example.replace(/[⟦⟧]/g, ''));
  return [...contexts.values()]
    .flat()
    .filter(({ span }) => span.start === start && span.end === end)
    .map((context) => ({ context, section: segments.sections[segments.sentences[context.sentence]?.section ?? 0]?.kind ?? 'other' }));
}

const holds = (rule: Rule, example: string): boolean => contextsOf(example).some(({ context, section }) => ruleHolds(rule, context, section));

const examples = RULES.flatMap((rule) => [...rule.examples.hit.map((example) => ({ rule, example, hit: true })), ...rule.examples.miss.map((example) => ({ rule, example, hit: false }))]);

/**
 * Sentences a rule should hold for and does not, because findContexts takes a neighbour that is a stop word ("任务", "tasks",
 * "release") for a member of the name's list and looks for cues beyond it. A waived one that holds fails the run.
 */
const WAIVED = new Set([
  '⟦机器翻译⟧任务仍然困难。',
  '⟦Machine Translation⟧ tasks remain hard.',
  '策略经⟦PPO⟧训练后更稳定。',
  'The policy gets ⟦PPO⟧ training in simulation.',
  'We fine-tune ⟦Qwen2.5-7B⟧ on expert traces.',
  '闭源模型⟦GPT-5⟧得分最低。',
  'We release ⟦RidgeCorpus-2M⟧ for training.',
]);

describe('examples', () => {
  test('waived ones still fail', () => {
    expect(examples.filter(({ rule, example, hit }) => WAIVED.has(example) && holds(rule, example) === hit).map(({ example }) => example)).toEqual([]);
  });

  test.each(examples.filter(({ example }) => !WAIVED.has(example)).map(({ rule, example, hit }) => [rule.id, hit ? 'holds for' : 'does not hold for', example, rule, hit] as const))('%s %s "%s"', (_id, _word, example, rule, hit) => {
    expect({ isFound: contextsOf(example).length > 0, holds: holds(rule, example) }).toEqual({ isFound: true, holds: hit });
  });
});

test('every example marks one name, and every rule has hits and misses in both languages', () => {
  expect(examples.filter(({ example }) => !/^[^⟦⟧]*⟦[^⟦⟧]+⟧[^⟦⟧]*$/.test(example)).map(({ example }) => example)).toEqual([]);
  const poor = RULES.filter(({ examples: { hit, miss } }) => [hit, miss].some((list) => !list.some((e) => HAN.test(e)) || !list.some((e) => !HAN.test(e))));
  expect(poor.map(({ id }) => id)).toEqual([]);
});

test('ids are "type/slug", used once, and begin with the type of their kind', () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i || !/^[a-z]+\/[a-z-]+$/.test(id))).toEqual([]);
  expect(RULES.filter(({ id, kind }) => id.split('/')[0] !== kind.split('/')[0]).map(({ id }) => id)).toEqual([]);
});

test('every kind of mention has a rule', () => {
  expect(MENTION_KINDS.filter((kind) => !RULES.some((rule) => rule.kind === kind))).toEqual([]);
});

describe('cues', () => {
  test('every class has words in both languages, none twice', () => {
    // Signs alone ("%") need no translation.
    const oneSided = CUE_CLASSES.filter(({ cues }) => !cues.some((cue) => HAN.test(cue)) || !cues.some((cue) => /[a-z]/.test(cue)));
    expect(oneSided.map(({ id }) => id)).toEqual([]);
    const twice = CUE_CLASSES.flatMap(({ id, cues }) => cues.filter((cue, i) => /\p{L}/u.test(cue) && cues.findIndex((other) => foldName(other) === foldName(cue)) !== i).map((cue) => `${id}: ${cue}`));
    expect(twice).toEqual([]);
  });
});
