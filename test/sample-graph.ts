// The graph of the bundled samples, read by the full reader, in an embedded store in a temporary folder: what a user has after the first start.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLedger } from '../src/ledger/open-ledger.ts';
import { listSources } from '../src/pipeline/list-sources.ts';
import { openReader } from '../src/pipeline/open-reader.ts';
import { Workspace } from '../src/pipeline/workspace.ts';
import { GrafeoStore } from '../src/store/grafeo/grafeo-store.ts';
import type { GraphStore } from '../src/store/graph-store.ts';

const SAMPLES = fileURLToPath(new URL('../samples', import.meta.url));

export interface SampleGraph {
  readonly folder: string;
  readonly workspace: Workspace;
  readonly store: GraphStore;
  /** Writes the same graph into another store. */
  copyTo(store: GraphStore): Promise<void>;
  close(): Promise<void>;
}

export async function openSampleGraph(): Promise<SampleGraph> {
  const folder = mkdtempSync(join(tmpdir(), 'paperloom-samples-'));
  const ledger = await openLedger(join(folder, 'ledger'));
  const store = await GrafeoStore.open({ path: join(folder, 'graph.grafeo') });
  await store.migrate();
  const parts = { ledger, ...openReader() };
  const workspace = new Workspace({ ...parts, store }, join(folder, 'snapshot', 'stats.json'));
  await workspace.ingest(listSources([SAMPLES]).sources);
  return {
    folder,
    workspace,
    store,
    async copyTo(other) {
      await other.migrate();
      await new Workspace({ ...parts, store: other }).rebuild();
    },
    async close() {
      await workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
