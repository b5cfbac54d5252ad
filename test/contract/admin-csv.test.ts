// The bulk way into Neo4j: files written from the embedded store, imported by the real tool, opened by the real server: the same graph.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { admin, start, stop } from '../../scripts/neo4j-local.mjs';
import { writeAdminCsv } from '../../src/export/neo4j-admin-csv.ts';
import { GrafeoStore } from '../../src/store/grafeo/grafeo-store.ts';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { FIXTURE } from './fixture-graph.ts';
import { makeEdge, makeEntity, makePaper, makePatch, makeSyntheticPatch } from './make-graph.ts';

/** What CSV makes difficult. */
const names = [
  'a, "b"\nc\r\nd',
  '"',
  '\\',
  ' leading and trailing ',
  'semi;colon|bar',
  '组相对策略优化（GRPO）🧠',
  "it's",
  '=1+1',
  'x'.repeat(20_000),
];
const odd = names.map((name, i) =>
  makeEntity(`method:odd-${i}`, ['Method'], { name, nameZh: i % 2 ? '' : null, aliases: [name, `${name}!`] }),
);
const HOSTILE = makePatch({
  papers: names.map((title, i) => makePaper(`odd.${i}`, { title, date: '', sources: [] })),
  entities: odd,
  paperEdges: odd.map((entity, i) =>
    makeEdge(`odd.${i}`, 'method/uses', entity, {
      confidence: i % 2 ? 1 : 0.123456789,
      more: [{ ...makeEdge('x', 'method/uses', entity).evidence, source: 'b.md', date: '', confidence: 0.5, rule: 'r' }],
    }),
  ),
});

test('neo4j-admin database import full gives the same graph, ready to be written to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paperloom-csv-'));
  const home = join(folder, 'neo4j');
  const embedded = await GrafeoStore.open({ path: join(folder, 'graph.grafeo') });
  try {
    await embedded.migrate();
    for (const patch of [FIXTURE, HOSTILE, makeSyntheticPatch(0, 40)]) await embedded.apply(patch);
    const stats = await embedded.stats();
    const csv = await writeAdminCsv(embedded, join(folder, "c s'v"), { ledger: { id: 'l', seq: 12 } });
    expect(csv.command).toMatch(/^neo4j-admin database import full \\\n {2}--nodes='.*papers\.csv' \\\n/);
    admin({ home, args: [...csv.args] });
    const server = await start({ home, isShortLived: true });
    const store = await Neo4jStore.open({ uri: server.uri });
    await store.migrate();
    expect(await store.stats()).toEqual(stats);
    expect(await store.stats({ verify: true })).toEqual(stats);
    expect(await store.appliedSeq('l')).toBe(12);
    expect(await store.apply(HOSTILE)).toEqual({ nodesAdded: 0, nodesRemoved: 0, edgesAdded: 0, edgesChanged: 0, edgesRemoved: 0 });
    await store.close();
  } finally {
    await embedded.close();
    await stop({ home });
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
