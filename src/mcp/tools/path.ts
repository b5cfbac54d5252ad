// path: how two things or papers hang together, by the shortest ways through papers, each hop with its sentence.
import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { findShortest, type Step } from '../find-shortest.ts';
import { findId } from '../find-thing.ts';
import { MAX_ROWS, type McpGraph, readRows } from '../graph.ts';
import { evidenceSchema, nameSchema, paperRow, refSchema, relationRow, toEvidence, truncatedSchema } from '../shapes.ts';
import { defineTool } from '../tool.ts';

const MAX_PATHS = 10;
const MAX_HOPS = 6;
const hopSchema = z.object({ from: z.string(), type: z.string(), to: z.string(), evidence: z.array(evidenceSchema) });

export const pathTool = defineTool({
  name: 'path',
  title: 'How two things hang together',
  description:
    'The shortest ways from one paper or thing to another through papers, rarely shared things first. Each hop from a paper carries its sentence.',
  input: z.strictObject({
    from: refSchema.describe('an id or a name'),
    to: refSchema.describe('an id or a name'),
    maxHops: z.number().int().min(1).max(MAX_HOPS).default(MAX_HOPS),
    limit: z.number().int().min(1).max(MAX_PATHS).default(3),
  }),
  output: z.object({
    from: nameSchema,
    to: nameSchema,
    paths: z.array(z.object({ nodes: z.array(nameSchema), hops: z.array(hopSchema) })),
    truncated: truncatedSchema,
  }),
  async run({ from: a, to: b, maxHops, limit }, { graph }) {
    const from = await findId(graph, a);
    const to = await findId(graph, b);
    const ends = await namesOf(graph, [from, to]);
    for (const id of [from, to]) if (!ends.has(id)) throw new AppError('not_found', id);
    const found = await findShortest(graph, from, to, { maxHops, limit });
    const names = await namesOf(graph, [...new Set([from, to, ...found.paths.flat().map((step) => step.at)])]);
    const said = await evidenceOf(graph, found.paths.flat());
    const named = (id: string) => ({ id, name: names.get(id) ?? id });
    return {
      from: named(from),
      to: named(to),
      paths: found.paths.map((steps) => ({
        nodes: [named(from), ...steps.map((step) => named(step.at))],
        hops: steps.map(({ source, type, target }) => ({
          from: source,
          type,
          to: target,
          evidence: said.get(`${source} ${type} ${target}`) ?? [],
        })),
      })),
      truncated: found.isCut,
    };
  },
});

async function namesOf(graph: McpGraph, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await readRows(graph, 'node-names', { ids: [...ids] }, { id: z.string(), name: z.string() });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Hops between things follow from names; there is no sentence for them. */
async function evidenceOf(graph: McpGraph, steps: readonly Step[]) {
  const papers = [...new Set(steps.flatMap(({ source }) => (source.startsWith('paper:') ? [source] : [])))];
  const ids = [...new Set(steps.map(({ target }) => target))];
  const facts = await readRows(graph, 'papers-named', { ids: papers }, paperRow);
  const row = { ...relationRow, paper: z.string(), id: z.string(), name: z.string() };
  const edges = await readRows(graph, 'edges-between', { papers, ids, limit: MAX_ROWS }, row);
  const said = new Map<string, ReturnType<typeof toEvidence>[]>();
  for (const edge of edges) {
    const paper = facts.find((fact) => fact.paper === edge.paper);
    if (paper) said.set(`${edge.paper} ${edge.role} ${edge.id}`, [toEvidence({ ...paper, ...edge })]);
  }
  return said;
}
