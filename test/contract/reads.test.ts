// Every query of cypher/read on both stores against one fixture graph: the rows of golden-reads.json, and ids found by an index.
// UPDATE_GOLDEN=1 writes the file from what Grafeo answers; look at the difference before you keep it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import grafeo from '@grafeo-db/js';
import neo4j, { type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { GrafeoStore } from '../../src/store/grafeo/grafeo-store.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { loadMigrations } from '../../src/store/migrations.ts';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { definitionOf, QUERIES, type QueryName } from '../../src/store/queries.ts';
import { pathOfQuery, QueryTexts, stripComments } from '../../src/store/query-text.ts';
import { fingerprintOf } from './expected-stats.ts';
import { FIXTURE } from './fixture-graph.ts';
import { READ_CASES } from './read-golden.ts';

const NAMES = Object.keys(QUERIES) as QueryName[];
const GOLDEN = fileURLToPath(new URL('golden-reads.json', import.meta.url));
const golden = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Record<string, unknown[]>;
const nameOf = (entry: (typeof READ_CASES)[number]): string => `${entry.query} ${JSON.stringify(entry.params)}`;
const textOf = (name: QueryName): string => stripComments(readFileSync(pathOfQuery(name, 'neo4j'), 'utf8'));
/** How many changes there were is not the same for every history. */
const UNSTABLE = new Set(['changes']);
const UNORDERED = new Set(['labels', 'roles', 'surfaces']);

function normalise(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((part) => normalise(part));
    return UNORDERED.has(key) ? parts.sort() : parts;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !UNSTABLE.has(name))
      .sort()
      .map(([name, part]) => [name, normalise(part, name)]),
  );
}

async function rowsOf(store: GraphStore, { query, params }: (typeof READ_CASES)[number]): Promise<unknown[]> {
  const rows = (await store.run(query, params)).map((row) => normalise(row));
  return /\bORDER BY\b/.test(textOf(query)) ? rows : rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const server = inject('neo4j');
const folder = mkdtempSync(join(tmpdir(), 'paperloom-reads-'));
const stores = new Map<string, GraphStore>();

beforeAll(async () => {
  stores.set('grafeo', await GrafeoStore.open({ path: join(folder, 'graph.grafeo') }));
  stores.set('neo4j', await Neo4jStore.open(server));
  for (const store of stores.values()) {
    await store.migrate();
    await store.clear();
    await store.apply(FIXTURE);
  }
  const embedded = stores.get('grafeo');
  if (process.env['UPDATE_GOLDEN'] && embedded) {
    for (const entry of READ_CASES) golden[nameOf(entry)] = await rowsOf(embedded, entry);
    const kept = READ_CASES.map((entry) => [nameOf(entry), golden[nameOf(entry)]] as const);
    writeFileSync(
      GOLDEN,
      `{\n${kept.map(([name, rows]) => `  ${JSON.stringify(name)}: [${rows?.map((row) => `\n    ${JSON.stringify(row)}`).join(',') ?? ''}]`).join(',\n')}\n}\n`,
    );
  }
});
afterAll(async () => {
  for (const store of stores.values()) await store.clear().finally(() => store.close());
  rmSync(folder, { recursive: true, force: true });
});

test('every query of cypher/read has a golden case, and every golden row a case', () => {
  const asked = new Set<string>(READ_CASES.map((entry) => entry.query));
  expect(NAMES.filter((name) => definitionOf(name).access === 'read' && !asked.has(name))).toEqual([]);
  expect(Object.keys(golden).sort()).toEqual(READ_CASES.map(nameOf).sort());
});

describe.each(['grafeo', 'neo4j'])('%s', (kind) => {
  test('the fixture has the fingerprint of its rows', async () => {
    expect((await stores.get(kind)?.stats())?.fingerprint).toBe(fingerprintOf(FIXTURE));
  });

  test.each(READ_CASES.map((entry) => ({ title: nameOf(entry), entry })))('$title', async ({ title, entry }) => {
    const store = stores.get(kind);
    expect(store && (await rowsOf(store, entry))).toEqual(golden[title]);
  });
});

/** Parameters that only have to be of the right shape: nothing is run. */
function shapeOf(name: QueryName): Record<string, unknown> {
  const { params, variant } = definitionOf(name);
  const found = READ_CASES.find((entry) => entry.query === name)?.params;
  if (found) return { ...found };
  const any: Record<string, unknown> = { rows: [], ids: [], limit: 1, id: '', seq: 1, json: '', version: 1 };
  return Object.fromEntries(Object.keys(params.shape).map((key) => [key, key === variant?.param ? variant.values[0] : any[key]]));
}
/** Their purpose is to read a whole label once; what they look up then is found by the index. */
const SCANS: readonly string[] = ['papers-list', 'search-entities', 'map-papers'];
const LOOKUPS = NAMES.filter((name) => /\b(?:MATCH|MERGE) \([^)]*\{id: /.test(textOf(name)));

describe('ids are looked up by an index', () => {
  test('grafeo', async () => {
    const db = grafeo.GrafeoDB.create(join(folder, 'plans.grafeo'));
    for (const { statements } of loadMigrations('grafeo')) for (const text of statements) await db.executeCypher(text);
    const texts = new QueryTexts('grafeo');
    const without: string[] = [];
    for (const name of LOOKUPS) {
      const { text, params } = texts.prepare(name, shapeOf(name));
      // MERGE is planned as an operator of its own, which uses the index of its label.
      if (/^MERGE/m.test(text)) continue;
      const plan = String((await db.executeCypher(`EXPLAIN ${text}`, params)).toArray()[0]?.['plan']);
      // Every scan stands below the filter whose index replaces it; an OPTIONAL MATCH from a node that is not looked up would read a whole label.
      const lines = plan.split('\n');
      const scans = lines.filter((line, i) => /^\s*NodeScan/.test(line) && !lines[i - 1]?.includes('[index: id]'));
      if (scans.length > (SCANS.includes(name) ? 1 : 0)) without.push(`${name}\n${plan}`);
    }
    db.close();
    expect(without).toEqual([]);
    expect(LOOKUPS.length).toBeGreaterThan(30);
  });

  test('neo4j', async () => {
    const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
    const texts = new QueryTexts('neo4j');
    const operators = (plan: Plan): string[] => [plan.operatorType.replace(/@.*/, ''), ...plan.children.flatMap(operators)];
    const without: string[] = [];
    const session = driver.session();
    for (const name of LOOKUPS) {
      const { summary } = await session.run(`EXPLAIN ${texts.prepare(name, shapeOf(name)).text}`);
      const all = summary.plan ? operators(summary.plan) : [];
      if (
        !all.some((operator) => operator.startsWith('NodeUniqueIndexSeek')) ||
        all.filter((operator) => /^(?:AllNodesScan|NodeByLabelScan)/.test(operator)).length > (SCANS.includes(name) ? 1 : 0)
      )
        without.push(`${name}: ${all.join(' ')}`);
    }
    await session.close();
    await driver.close();
    expect(without).toEqual([]);
  });
});
