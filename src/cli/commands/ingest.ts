// `paperloom ingest PATH...`: digests into the graph. The same input a second time changes nothing.
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import type { Config } from '../../config.ts';
import type { InputFormat } from '../../ingest/format.ts';
import { listSources, type SourceInput } from '../../pipeline/list-sources.ts';
import { watchSources } from '../../pipeline/watch-sources.ts';
import type { IngestReport } from '../../shared/api/ingest.ts';
import { AppError } from '../../shared/errors.ts';
import { withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { exitCodeOf, formatError, makeProgress, print, say, sayDiagnostics } from '../terminal.ts';
import { inputFormatOption } from './extract.ts';

interface Options {
  readonly watch?: true;
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
    .option('--watch', 'then go on: ingest files that are new or change, until it is interrupted')
    .option('--json', 'print the report as JSON (with --watch, a line for each)');
  return addSettings(command, [...STORE_SETTINGS, 'reader', 'readThreads', 'batchPapers', 'watchMs']).action(
    async (paths: string[], options: Options) => {
      const config = configOf({ ...options });
      if (options.watch) {
        if (options.dryRun) throw new AppError('bad_request', '--watch and --dry-run exclude each other');
        return watch(paths, options, config);
      }
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
    },
  );
}

/** The data folder is only held while something is read: other commands may come in between. */
async function watch(paths: readonly string[], options: Options, config: Config): Promise<void> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.on('SIGINT', end).on('SIGTERM', end);
  sayDiagnostics(listSources(paths).diagnostics);
  for await (const sources of watchSources(paths, { everyMs: config.watchMs, signal: stop.signal })) {
    const report = await ingestPatiently(sources, options, config, stop.signal);
    if (!report) continue;
    sayDiagnostics(report.diagnostics);
    await print(options.json ? JSON.stringify(report) : formatReport(report, false));
    if (!options.json && !stop.signal.aborted) say(`Watching ${paths.join(', ')}; end with Ctrl-C.`);
  }
  process.off('SIGINT', end).off('SIGTERM', end);
}

/** Another command may have the data folder open, a database may be restarting: it is tried until it works. Null when stopped before. */
async function ingestPatiently(
  sources: readonly SourceInput[],
  options: Options,
  config: Config,
  signal: AbortSignal,
): Promise<IngestReport | null> {
  while (!signal.aborted) {
    const progress = makeProgress('ingest');
    try {
      const job = { onProgress: progress.onProgress, ...(options.inputFormat ? { format: options.inputFormat } : {}) };
      return await withGraph(config, (graph) => graph.ingest(sources, job));
    } catch (error) {
      if (!(error instanceof AppError) || !error.retriable) throw error;
      progress.end();
      say(formatError(error, config.lang === 'zh' ? 'zh' : 'en'));
      await sleep(config.watchMs);
    } finally {
      progress.end();
    }
  }
  return null;
}

export function formatReport({ papers, nodes, edges, ms }: IngestReport, isDryRun: boolean): string {
  return [
    `Papers: ${papers.added} added, ${papers.changed} changed, ${papers.unchanged} unchanged, ${papers.failed} failed`,
    `Nodes:  ${nodes.added} added, ${nodes.removed} removed`,
    `Edges:  ${edges.added} added, ${edges.changed} changed, ${edges.removed} removed`,
    isDryRun ? 'Dry run: nothing was written.' : `Done in ${(ms / 1000).toFixed(1)} s.`,
  ].join('\n');
}
