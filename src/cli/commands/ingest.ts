// `paperloom ingest PATH...`: digests into the graph. The same input a second time changes nothing.
import { Command } from 'commander';
import type { InputFormat } from '../../ingest/format.ts';
import { listSources } from '../../pipeline/list-sources.ts';
import type { IngestReport } from '../../shared/api/ingest.ts';
import { withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { exitCodeOf, makeProgress, print, sayDiagnostics } from '../terminal.ts';
import { inputFormatOption } from './extract.ts';

interface Options {
  readonly inputFormat?: InputFormat;
  readonly dryRun?: true;
  readonly json?: true;
}

export function ingestCommand(): Command {
  const command = new Command('ingest')
    .description('Reads digests (files, or folders with .md, .json, .jsonl and .xml files) into the graph.')
    .argument('<path...>', 'files or folders')
    .addOption(inputFormatOption())
    .option('--dry-run', 'only say what would change')
    .option('--json', 'print the report as JSON');
  return addSettings(command, [...STORE_SETTINGS, 'reader', 'batchPapers']).action(async (paths: string[], options: Options) => {
    const config = configOf({ ...options });
    const { sources, diagnostics } = listSources(paths);
    const progress = makeProgress('ingest');
    const job = { onProgress: progress.onProgress, ...(options.inputFormat ? { format: options.inputFormat } : {}) };
    const report = await withGraph(config, async (graph) =>
      options.dryRun ? (await graph.diff(sources, job)).report : graph.ingest(sources, job),
    );
    progress.end();
    const whole: IngestReport = { ...report, diagnostics: [...diagnostics, ...report.diagnostics] };
    sayDiagnostics(whole.diagnostics);
    await print(options.json ? JSON.stringify(whole) : formatReport(whole, options.dryRun === true));
    process.exitCode = exitCodeOf(whole.diagnostics);
  });
}

function formatReport({ papers, nodes, edges, ms }: IngestReport, isDryRun: boolean): string {
  return [
    `Papers: ${papers.added} added, ${papers.changed} changed, ${papers.unchanged} unchanged, ${papers.failed} failed`,
    `Nodes:  ${nodes.added} added, ${nodes.removed} removed`,
    `Edges:  ${edges.added} added, ${edges.changed} changed, ${edges.removed} removed`,
    isDryRun ? 'Dry run: nothing was written.' : `Done in ${(ms / 1000).toFixed(1)} s.`,
  ].join('\n');
}
