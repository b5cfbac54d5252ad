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

const holds = (rule: Rule, example: string): boolean =>
  contextsOf(example).some(({ context, section }) => ruleHolds(rule, context, section));

const examples = RULES.flatMap((rule) => [
  ...rule.examples.hit.map((example) => ({ rule, example, hit: true })),
  ...rule.examples.miss.map((example) => ({ rule, example, hit: false })),
]);

describe('examples', () => {
  test.each(examples.map(({ rule, example, hit }) => [rule.id, hit ? 'holds for' : 'does not hold for', example, rule, hit] as const))(
    '%s %s "%s"',
    (_id, _word, example, rule, hit) => {
      expect({ isFound: contextsOf(example).length > 0, holds: holds(rule, example) }).toEqual({ isFound: true, holds: hit });
    },
  );
});

test('every example marks one name, and every rule has hits and misses in both languages', () => {
  expect(examples.filter(({ example }) => !/^[^⟦⟧]*⟦[^⟦⟧]+⟧[^⟦⟧]*$/.test(example)).map(({ example }) => example)).toEqual([]);
  const poor = RULES.filter(({ examples: { hit, miss } }) =>
    [hit, miss].some((list) => !list.some((e) => HAN.test(e)) || !list.some((e) => !HAN.test(e))),
  );
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
    const twice = CUE_CLASSES.flatMap(({ id, cues }) =>
      cues
        .filter((cue, i) => /\p{L}/u.test(cue) && cues.findIndex((other) => foldName(other) === foldName(cue)) !== i)
        .map((cue) => `${id}: ${cue}`),
    );
    expect(twice).toEqual([]);
  });
});
