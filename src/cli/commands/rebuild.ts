// `paperloom rebuild`: empties the store and writes it anew from the ledger.
import { Command } from 'commander';
import type { Config } from '../../config.ts';
import type { Filled } from '../../pipeline/fill-store.ts';
import { AppError } from '../../shared/errors.ts';
import { findServer } from '../graph-access.ts';
import { RemoteGraph } from '../remote-graph.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { makeProgress, print, say, sayDiagnostics } from '../terminal.ts';

type ProgressLine = ReturnType<typeof makeProgress>;

export function rebuildCommand(): Command {
  const command = new Command('rebuild')
    .description(
      'Empties the store, writes everything the ledger holds into it, and compares both fingerprints. One that was broken off goes on where it stopped.',
    )
    .option('--re-extract', 'read the texts kept in the ledger again, after the reader or its lexicon changed')
    .option('--json', 'print what was done as JSON');
  return addSettings(command, [...STORE_SETTINGS, 'reader', 'batchPapers']).action(async (options: { json?: true; reExtract?: true }) => {
    const config = configOf({ ...options });
    const progress = makeProgress('rebuild');
    const server = await findServer(config);
    if (options.reExtract) {
      if (server) throw new AppError('store_locked', `the server at ${server.url}`);
      return reExtract(config, progress, options.json === true);
    }
    const began = performance.now();
    const filled = server ? await new RemoteGraph(server.url, server.token).rebuild() : await rebuildHere(config, progress);
    progress.end();
    const ms = Math.round(performance.now() - began);
    const isEqual = filled.fingerprint === filled.ledgerFingerprint;
    if (options.json) await print(JSON.stringify({ ...filled, ms }));
    else {
      const resumed = filled.resumedAt > 0 ? ` (${filled.resumedAt} of them by an earlier run that was broken off)` : '';
      await print(`Rebuilt from the ledger: ${filled.papers} papers${resumed} in ${(ms / 1000).toFixed(1)} s.`);
      if (isEqual) await print(`Store and ledger have the same fingerprint: ${filled.fingerprint}`);
    }
    if (isEqual) return;
    say(
      `The store's fingerprint is ${filled.fingerprint}, the ledger's ${filled.ledgerFingerprint}: somebody else wrote to the store meanwhile.`,
    );
    process.exitCode = 1;
  });
}

async function rebuildHere(config: Config, progress: ProgressLine): Promise<Filled> {
  const { openWorkspace } = await import('../../open-workspace.ts');
  const { workspace, filled, diagnostics } = await openWorkspace(config, progress);
  sayDiagnostics(diagnostics);
  const stop = (signal: NodeJS.Signals): void => {
    void workspace.close().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    // Opening has just done it, or ended what an earlier rebuild began.
    return filled ?? (await workspace.rebuild(progress));
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await workspace.close();
  }
}

async function reExtract(config: Config, progress: ProgressLine, isJson: boolean): Promise<void> {
  const { openWorkspace } = await import('../../open-workspace.ts');
  const { workspace, diagnostics } = await openWorkspace(config, progress);
  sayDiagnostics(diagnostics);
  try {
    const { papers, counts } = await workspace.reExtract(progress);
    progress.end();
    await print(
      isJson
        ? JSON.stringify({ papers, counts })
        : `Read ${papers.read} papers again (${papers.unchanged} were up to date): ${papers.moved} changed, ${counts.edgesAdded} edges added, ${counts.edgesChanged} changed, ${counts.edgesRemoved} removed.`,
    );
  } finally {
    await workspace.close();
  }
}
