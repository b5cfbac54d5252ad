// A store for commands that only read all of it: a Neo4j is asked without touching the data folder, an embedded one is brought up to date first.
import type { Config } from '../config.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { sayDiagnostics } from './terminal.ts';

export async function openReadingStore(config: Config): Promise<{ readonly store: GraphStore; close(): Promise<void> }> {
  const { openStore, openWorkspace } = await import('../open-workspace.ts');
  if (config.store !== 'grafeo') {
    const store = await openStore(config);
    return { store, close: () => store.close() };
  }
  const { workspace, diagnostics } = await openWorkspace(config);
  sayDiagnostics(diagnostics);
  return { store: workspace.store, close: () => workspace.close() };
}
