// Examples of every settling rule, run: the name in ⟦ ⟧ is settled, or it is not.
import { describe, expect, test } from 'vitest';
import { SETTLING_RULES, type SettlingRule } from '../../../src/extract/rules/settling.ts';
import { settleRoles, settles } from '../../../src/extract/stages/settle-roles.ts';
import { MENTION_KINDS } from '../../../src/shared/ontology.ts';
import { find } from './make-lexicon.ts';

const isVariant = (name: string): boolean => name === 'ZQ-GRPO';

function holds(rule: SettlingRule, example: string): boolean {
  const start = example.indexOf('⟦');
  const end = example.indexOf('⟧') - 1;
  const text = example.replace(/[⟦⟧]/g, '');
  const { segments, contextsOf } = find(text);
  const contexts = [...contextsOf.values()].flat();
  // What the finders do not see as a name stands in the context of whatever name they do see in the sentence.
  const context = contexts.find(({ span }) => span.start === start && span.end === end) ?? contexts[0];
  if (!context) throw new Error(`nothing is found in ${text}`);
  return settles(rule, text, { ...context, span: { ...context.span, start, end } }, segments, isVariant);
}

const examples = SETTLING_RULES.flatMap((rule) => [
  ...rule.examples.hit.map((example) => ({ rule, example, hit: true })),
  ...rule.examples.miss.map((example) => ({ rule, example, hit: false })),
]);

describe('examples', () => {
  test.each(examples.map(({ rule, example, hit }) => [rule.id, hit ? 'settles' : 'does not settle', example, rule, hit] as const))(
    '%s %s "%s"',
    (_id, _word, example, rule, hit) => expect(holds(rule, example)).toBe(hit),
  );
});

test('ids are used once, begin with the type of their kind, and have both kinds of example', () => {
  const ids = SETTLING_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, kind, confidence, examples: e } of SETTLING_RULES) {
    expect(id.split('/')[0]).toBe(kind.split('/')[0]);
    expect(confidence).toBeGreaterThan(0.5);
    expect([e.hit.length, e.miss.length]).toEqual([2, 2]);
  }
});

test('a known name is settled unless the paper proposes it, an unknown one is not', () => {
  const text = 'SkyNet is a variant of GRPO.';
  const { segments, candidates, contextsOf } = find(text);
  const candidate = candidates.find((c) => c.surfaces.includes('GRPO'));
  if (!candidate) throw new Error('GRPO is not found');
  const settled = (known: boolean, proposed: number) => {
    const probabilities = new Float32Array(MENTION_KINDS.length);
    probabilities[MENTION_KINDS.indexOf('method/proposes')] = proposed;
    const entries = known ? candidate.entries : [];
    return settleRoles(text, { ...candidate, entries }, contextsOf.get(candidate) ?? [], segments, probabilities, () => false).map(
      ({ rule }) => rule.id,
    );
  };
  expect(settled(true, 0)).toEqual(['method/uses-variant-of']);
  expect(settled(true, 0.6)).toEqual([]);
  expect(settled(false, 0)).toEqual([]);
});
