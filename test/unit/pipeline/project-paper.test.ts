// Revisions of one paper to rows of the graph: a table of what papers say and what becomes of it.
import { describe, expect, test } from 'vitest';
import type { Revision } from '../../../src/ledger/entry.ts';
import { makeDecisionBook } from '../../../src/pipeline/decision-book.ts';
import { projectPaper } from '../../../src/pipeline/project-paper.ts';
import { makePaperText, makeToyReader, toyResolver } from './toy-reader.ts';

const book = makeDecisionBook([], toyResolver);
const makeRevision = (text: string, more: { sourceName?: string; date?: string; title?: string; url?: string } = {}): Revision => {
  const { sourceName = 'a.md', ...paper } = more;
  const whole = makePaperText('2602.1', text, paper);
  return {
    kind: 'paper',
    seq: 1,
    source: `/somewhere/${sourceName}`,
    sourceName,
    textHash: text,
    reader: 'toy',
    paper: whole,
    ...makeToyReader().read(whole),
  };
};
const edges = (...revisions: Revision[]) =>
  projectPaper(revisions, book)?.edges.map(({ id, role, confidence, more }) => [id.replace('2602.1|', ''), role, confidence, more.length]);

describe('one edge for each type and entity', () => {
  test.each<[string, string, unknown[]]>([
    [
      'the same name in other words',
      'method/uses GRPO 0.5\nmethod/uses Group Relative Policy Optimization 0.8',
      [['USES|method:grpo', 'method/uses', 0.8, 1]],
    ],
    [
      'two roles are two edges',
      'method/uses GRPO\nmethod/compares GRPO',
      [
        ['COMPARES_WITH|method:grpo', 'method/compares', 0.9, 0],
        ['USES|method:grpo', 'method/uses', 0.9, 0],
      ],
    ],
    [
      'trained and evaluated on one data set',
      'benchmark/evaluates AIME\ndataset/trains AIME',
      [
        ['EVALUATES_ON|benchmark:aime', 'benchmark/evaluates', 0.9, 0],
        ['TRAINS_ON|benchmark:aime', 'dataset/trains', 0.9, 0],
      ],
    ],
    [
      'introduced for both',
      'benchmark/introduces AIME 0.6\ndataset/introduces AIME 0.7',
      [['INTRODUCES|benchmark:aime', 'dataset/introduces', 0.7, 1]],
    ],
    ['a role of another version is left out', 'method/admires GRPO', []],
  ])('%s', (_title, text, expected) => {
    expect(edges(makeRevision(text))).toEqual(expected);
  });

  test('the best evidence is on the edge; equal ones are ordered by date, then source', () => {
    const late = makeRevision('method/uses GRPO', { sourceName: 'b.md', date: '2026-02-20' });
    const early = makeRevision('field/in Robotics\nmethod/uses GRPO', { sourceName: 'c.md', date: '2026-02-13' });
    const projection = projectPaper([late, early], book);
    expect(projection?.edges.find(({ type }) => type === 'USES')).toMatchObject({
      source: 'c.md',
      firstSeen: '2026-02-13',
      lastSeen: '2026-02-20',
      more: [{ source: 'b.md', date: '2026-02-20', quote: 'method/uses GRPO' }],
    });
    expect(projectPaper([early, late], book)).toEqual(projection);
  });
});

describe('entities', () => {
  test('carry labels by what this paper does with them, and bring their ancestors', () => {
    const { entities, entityEdges } = projectPaper(
      [makeRevision('method/proposes TFQ-GRPO\nbenchmark/evaluates AIME\ndataset/trains AIME')],
      book,
    ) ?? { entities: [], entityEdges: [] };
    expect(entities.map(({ id, labels, firstSeen }) => [id, labels, firstSeen])).toEqual([
      ['benchmark:aime', ['Benchmark', 'Dataset'], '2026-02-14'],
      ['method:grpo', ['Method'], ''],
      ['method:policy-optimisation', ['Method'], ''],
      ['method:tfq-grpo', ['Method'], '2026-02-14'],
    ]);
    expect(entityEdges).toEqual([
      { type: 'VARIANT_OF', from: 'method:grpo', to: 'method:policy-optimisation', paperId: null },
      { type: 'VARIANT_OF', from: 'method:tfq-grpo', to: 'method:grpo', paperId: null },
    ]);
  });

  test('a proposed model derives from each base, never from itself', () => {
    const { entityEdges } = projectPaper([makeRevision('model/proposes Star\nmodel/base Star\nmodel/base Moon')], book) ?? {
      entityEdges: [],
    };
    expect(entityEdges).toEqual([{ type: 'DERIVED_FROM', from: 'model:star', to: 'model:moon', paperId: 'paper:2602.1' }]);
  });
});

test('title and address come from the first digest, the path of a file nowhere', () => {
  const projection = projectPaper(
    [
      makeRevision('', { sourceName: 'b.md', date: '2026-02-20', title: 'Later' }),
      makeRevision('', { sourceName: 'a.md', date: '2026-02-14', title: 'First' }),
    ],
    book,
  );
  expect(projection?.paper).toEqual({
    id: 'paper:2602.1',
    title: 'First',
    date: '2026-02-14',
    publishedAt: null,
    url: 'https://arxiv.org/abs/2602.1',
    lang: 'en',
    sources: ['a.md', 'b.md'],
  });
  expect(JSON.stringify(projection)).not.toContain('/somewhere');
});

test('a result whose ends the paper has no edge to keeps them as words', () => {
  expect(projectPaper([makeRevision('score Star AIME 62')], book)?.results).toMatchObject([
    { id: 'result:2602.1:1', subject: 'Star', subjectId: null, benchmark: 'AIME', benchmarkId: null, number: 62 },
  ]);
});

test('no revision, no rows', () => {
  expect(projectPaper([], book)).toBeNull();
});
