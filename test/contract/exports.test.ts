// The Cypher script, run into the real Neo4j: the same graph, and running it twice changes nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { expect, inject, test } from 'vitest';
import { cypherScript } from '../../src/export/cypher-script.ts';
import { GrafeoStore } from '../../src/store/grafeo/grafeo-store.ts';
import { Neo4jStore } from '../../src/store/neo4j/neo4j-store.ts';
import { FIXTURE } from './fixture-graph.ts';
import { HOSTILE } from './hostile-graph.ts';
import { makeSyntheticPatch } from './make-graph.ts';

test('the Cypher script gives the same graph, however often it is run', async () => {
  const server = inject('neo4j');
  const folder = mkdtempSync(join(tmpdir(), 'paperloom-script-'));
  const embedded = await GrafeoStore.open({ path: join(folder, 'graph.grafeo') });
  const store = await Neo4jStore.open(server);
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  try {
    await embedded.migrate();
    for (const patch of [FIXTURE, HOSTILE, makeSyntheticPatch(0, 4)]) await embedded.apply(patch);
    const stats = await embedded.stats();
    await store.migrate();
    await store.clear();
    let script = '';
    for await (const chunk of cypherScript(embedded)) script += chunk;
    // As cypher-shell splits it; no text of ours has a line that ends in a semicolon.
    const statements = script
      .split(/;\n/)
      .map((part) => part.trim())
      .filter((part) => part.replace(/^\/\/.*$/gm, '').trim() !== '');
    for (let run = 0; run < 2; run++) {
      // A constraint of the same name space is there already.
      for (const statement of statements.filter((part) => !/^(?:\/\/.*\n)*CREATE CONSTRAINT/.test(part)))
        await driver.executeQuery(statement);
      expect(await store.stats({ verify: true })).toEqual(stats);
    }
    expect(await store.apply(HOSTILE)).toEqual({ nodesAdded: 0, nodesRemoved: 0, edgesAdded: 0, edgesChanged: 0, edgesRemoved: 0 });
    // On an empty server the script makes its own constraints; here they exist under other names and are left alone.
    for (const statement of statements.filter((part) => /CREATE CONSTRAINT/.test(part)))
      await driver.executeQuery(statement.replace(/^\/\/.*\n/, ''));
  } finally {
    await store.clear();
    await driver.close();
    await store.close();
    await embedded.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);
