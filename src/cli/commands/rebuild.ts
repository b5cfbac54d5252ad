// `paperloom rebuild`: empties the store and writes it anew from the ledger.
import { Command } from 'commander';
import { findOwner } from '../../owner-file.ts';
import { AppError } from '../../shared/errors.ts';
import { withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { makeProgress, print, say, sayDiagnostics } from '../terminal.ts';

export function rebuildCommand(): Command {
  const command = new Command('rebuild')
    .description('Empties the store and writes everything the ledger holds into it.')
    .option('--re-extract', 'read the texts kept in the ledger again, after the reader or its lexicon changed')
    .option('--json', 'print what was done as JSON');
  return addSettings(command, [...STORE_SETTINGS, 'reader', 'batchPapers']).action(async (options: { json?: true; reExtract?: true }) => {
    const config = configOf({ ...options });
    const progress = makeProgress('rebuild');
    const began = performance.now();
    if (options.reExtract) {
      const owner = await findOwner(config.dataDir, ({ pid }) =>
        say(`A server (process ${pid}) ended without cleaning up; its owner.json was removed.`),
      );
      if (owner) throw new AppError('store_locked', `the server at ${owner.url}`);
      const { openWorkspace } = await import('../../open-workspace.ts');
      const { workspace, diagnostics } = await openWorkspace(config);
      sayDiagnostics(diagnostics);
      try {
        const { papers, counts } = await workspace.reExtract({ onProgress: progress.onProgress });
        progress.end();
        await print(
          options.json
            ? JSON.stringify({ papers, counts })
            : `Read ${papers.read} papers again (${papers.unchanged} were up to date): ${papers.moved} changed, ${counts.edgesAdded} edges added, ${counts.edgesChanged} changed, ${counts.edgesRemoved} removed.`,
        );
      } finally {
        await workspace.close();
      }
      return;
    }
    const papers = await withGraph(config, (graph) => graph.rebuild({ onProgress: progress.onProgress }));
    progress.end();
    const ms = Math.round(performance.now() - began);
    await print(
      options.json ? JSON.stringify({ papers, ms }) : `Rebuilt from the ledger: ${papers} papers in ${(ms / 1000).toFixed(1)} s.`,
    );
  });
}
