// Every export of a graph full of difficult texts, downloaded from a live server and read back by a program that is not ours.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entries } from 'bibtex-parse';
import { parse as parseCsv } from 'csv-parse/sync';
import { XMLValidator } from 'fast-xml-parser';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { EXPORT_FORMAT_NAMES } from '../../src/shared/api/export.ts';
import { toCsvCell } from '../../src/shared/csv-cell.ts';
import { entityProperties, paperEdgeProperties, paperProperties, resultProperties } from '../../src/shared/graph-items.ts';
import { EDGE_SHAPES, NODE_PROPERTIES } from '../../src/shared/graph-schema.ts';
import { GrafeoStore } from '../../src/store/grafeo/grafeo-store.ts';
import type { StoreStats } from '../../src/store/graph-store.ts';
import { HOSTILE, HOSTILE_NAMES } from '../contract/hostile-graph.ts';
import { makeSyntheticPatch } from '../contract/make-graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'export-'));
let store: GrafeoStore;
let stats: StoreStats;
let url: string;
let nodes: number;
let edges: number;
// Longer than any parser below keeps the process busy.
const server = createServer({ keepAliveTimeout: 60_000 });
const bugs: unknown[] = [];

beforeAll(async () => {
  store = await GrafeoStore.open({ path: join(folder, 'graph.grafeo') });
  await store.migrate();
  for (const patch of [HOSTILE, makeSyntheticPatch(0, 120)]) await store.apply(patch);
  stats = await store.stats();
  const counted = await Promise.all((['Paper', 'Entity', 'Result'] as const).map((label) => store.run('nodes-count', { label })));
  nodes = counted.flat().reduce((sum, { total }) => sum + total, 0);
  edges = Object.values(stats.edges).reduce((a, b) => a + b, 0);
  const app = createApp({
    workspace: { store, stats: () => store.stats() } as never,
    snapshots: {} as never,
    version: '0.0.0',
    webDir: null,
    token: '',
    ownerToken: 'owner',
    hosts: [],
    maxUploadBytes: 1_000,
    requestsPerMinute: 10_000,
    onBug: (_id, error) => bugs.push(error),
  });
  server.on('request', app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  expect(bugs).toEqual([]);
  server.close();
  server.closeAllConnections();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function download(format: string): Promise<Response> {
  const response = await fetch(`${url}/api/export/${format}`);
  expect([format, response.status]).toEqual([format, 200]);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="paperloom[\w.-]*"$/);
  return response;
}
const text = async (format: string): Promise<string> => (await download(format)).text();
const titles = (values: Iterable<unknown>): string[] => [...values].map(String).sort();

test('CSV, by csv-parse: every row and column, lists joined, nothing a spreadsheet would run', async () => {
  const rowsOf = async (format: string): Promise<Record<string, string>[]> => parseCsv(await text(format), { columns: true, bom: true });
  const nodeRows = await rowsOf('csv-nodes');
  expect(nodeRows).toHaveLength(nodes);
  const written = nodeRows.filter((row) => row['id']?.startsWith('paper:odd.')).map((row) => row['title']);
  expect(titles(written)).toEqual(titles(HOSTILE_NAMES.map((name) => (/^[=+\-@\t\r]/.test(name) ? `'${name}` : name))));
  expect(nodeRows.find((row) => row['id'] === 'benchmark:both')?.['labels']).toBe('Benchmark | Dataset');
  const edgeRows = await rowsOf('csv-edges');
  expect(edgeRows).toHaveLength(edges);
  const cells = [...nodeRows, ...edgeRows].flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell) || /^-(?!\d+(?:\.\d+)?$)/.test(cell))).toEqual([]);
  expect([toCsvCell(-2.5), toCsvCell('-2.5')]).toEqual(['-2.5', "'-2.5"]);
});

test('JSON lines: every property as the store has it', async () => {
  const lines = (await text('jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect([lines.filter(({ kind }) => kind === 'node').length, lines.filter(({ kind }) => kind === 'edge').length]).toEqual([nodes, edges]);
  expect(new Set(lines.filter(({ kind }) => kind === 'edge').map(({ id }) => id)).size).toBe(edges);
  const papers = lines.filter(({ id }) => String(id).startsWith('paper:odd.') && String(id).split('|').length === 1);
  expect(titles(papers.map(({ properties }) => (properties as { title: string }).title))).toEqual(titles(HOSTILE_NAMES));
  expect(JSON.stringify(lines)).not.toContain('searchKey');
});

/** What XML cannot hold is replaced. */
const inXml = HOSTILE_NAMES.map((name) => name.replaceAll('\u0007', '\ufffd'));

test('GraphML, by graphology-graphml', async () => {
  const xml = await text('graphml');
  expect(XMLValidator.validate(xml)).toBe(true);
  const graph = parseGraphml(MultiDirectedGraph, xml);
  expect([graph.order, graph.size]).toEqual([nodes, edges]);
  const found = graph.filterNodes((id) => id.startsWith('paper:odd.')).map((id) => graph.getNodeAttribute(id, 'title'));
  expect(titles(found)).toEqual(titles(inXml));
  const confidence = graph
    .filterEdges((_edge, attributes) => attributes['type'] === 'USES')
    .map((edge) => graph.getEdgeAttribute(edge, 'confidence'));
  expect(confidence).toContain(0.123456789);
});

test('GEXF, by graphology-gexf', async () => {
  const xml = await text('gexf');
  expect(XMLValidator.validate(xml)).toBe(true);
  const graph = parseGexf(MultiDirectedGraph, xml, { addMissingNodes: false });
  expect([graph.order, graph.size]).toEqual([nodes, edges]);
  const found = graph.filterNodes((id) => id.startsWith('paper:odd.')).map((id) => graph.getNodeAttribute(id, 'title'));
  expect(titles(found)).toEqual(titles(inXml));
});

test('Parquet, by hyparquet: several row groups, types, lists, nulls', async () => {
  const rowsOf = async (format: string) => parquetReadObjects({ file: await (await download(format)).arrayBuffer() });
  const nodeRows = await rowsOf('parquet-nodes');
  expect(nodeRows).toHaveLength(nodes);
  expect(titles(nodeRows.filter((row) => row['id'].startsWith('paper:odd.')).map((row) => row['title']))).toEqual(titles(HOSTILE_NAMES));
  expect(nodeRows.find((row) => row['id'] === 'benchmark:both')?.['labels']).toEqual(['Benchmark', 'Dataset']);
  const edgeRows = await rowsOf('parquet-edges');
  expect(edgeRows).toHaveLength(edges);
  expect(edgeRows.find((row) => row['id'] === 'odd.0|USES|method:odd-0')).toMatchObject({ confidence: 0.123456789, paperId: null });
});

test('BibTeX, by bibtex-parse: one entry a paper', async () => {
  const found = entries(await text('bibtex'));
  expect(found).toHaveLength(stats.papers);
  expect(new Set(found.map((entry) => entry['key'])).size).toBe(stats.papers);
  const arxiv = found.find((entry) => entry['ARCHIVEPREFIX'] === 'arXiv');
  expect(arxiv).toMatchObject({ type: 'misc', EPRINT: expect.stringMatching(/^\d{4}\.\d{5}$/), URL: expect.stringMatching(/^https:/) });
  expect(found.find((entry) => entry['key'] === 'odd.6')?.['TITLE']).toContain('组相对策略优化（GRPO）🧠');
});

describe('a format', () => {
  test.each(EXPORT_FORMAT_NAMES)('%s is the same when asked again', async (format) => {
    const [a, b] = [await (await download(format)).arrayBuffer(), await (await download(format)).arrayBuffer()];
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(true);
  });

  test.each(['xls', '__proto__', 'constructor', '..%2f..%2fetc%2fpasswd'])('%s is none', async (format) => {
    const response = await fetch(`${url}/api/export/${format}`);
    expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([404, 'not_found']);
  });

  test('a client that goes away stops the reading', async () => {
    for (let i = 0; i < 8; i++) {
      const gone = new AbortController();
      const response = await fetch(`${url}/api/export/jsonl`, { signal: gone.signal });
      await response.body?.getReader().read();
      gone.abort();
    }
    // Eight that were left to themselves would have used up the four places.
    await expect.poll(async () => (await fetch(`${url}/api/export/bibtex`)).status).toBe(200);
  });
});

test('the schema of nodes and edges names exactly the properties that are written', () => {
  const paper = HOSTILE.papers[0];
  const entity = HOSTILE.entities[0];
  const edge = HOSTILE.paperEdges[0];
  const result = HOSTILE.results[0];
  if (!paper || !entity || !edge || !result) throw new Error('an empty fixture');
  const keys = (properties: object): string[] => Object.keys(properties).sort();
  expect(keys(NODE_PROPERTIES.Paper)).toEqual(keys(paperProperties(paper)));
  expect(keys(NODE_PROPERTIES.Method)).toEqual(keys(entityProperties(entity)));
  expect(keys(NODE_PROPERTIES.Result)).toEqual(keys(resultProperties(result)));
  expect(keys(EDGE_SHAPES.USES.properties)).toEqual(keys(paperEdgeProperties(edge)));
});
