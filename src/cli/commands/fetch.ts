// `paperloom fetch hf|arxiv`: downloads digests into the cache of the data folder, then ingests them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Config } from '../../config.ts';
import { countEntries, listArxivIds, listArxivQuery } from '../../fetch/arxiv.ts';
import { type Download, Downloader } from '../../fetch/downloader.ts';
import { listHfDays } from '../../fetch/hf-daily.ts';
import { fileSource, type SourceInput } from '../../pipeline/list-sources.ts';
import type { IngestReport } from '../../shared/api/ingest.ts';
import { AppError } from '../../shared/errors.ts';
import { versionOfPackage } from '../../version.ts';
import { withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { exitCodeOf, makeProgress, print, say, sayDiagnostics } from '../terminal.ts';
import { formatReport } from './ingest.ts';

interface Options {
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
  readonly ids?: readonly string[];
  readonly query?: string;
  readonly max?: string;
  readonly refresh?: true;
  readonly json?: true;
}
const FETCH_SETTINGS = [
  ...STORE_SETTINGS,
  'reader',
  'readThreads',
  'batchPapers',
  'fetchPauseMs',
  'fetchTries',
  'fetchTimeoutMs',
  'maxFetchBytes',
] as const;

export function fetchCommand(): Command {
  const command = new Command('fetch').description('Downloads papers into the cache of the data folder, then ingests them.');
  return command.addCommand(hfCommand()).addCommand(arxivCommand());
}

function hfCommand(): Command {
  const command = withCommon('hf', 'Hugging Face Daily Papers of one day, or of every day in a range.')
    .option('--date <date>', 'one day, YYYY-MM-DD (UTC; default: today)')
    .option('--from <date>', 'first day')
    .option('--to <date>', 'last day (default: today)');
  return addSettings(command, [...FETCH_SETTINGS, 'hfBaseUrl']).action(async (options: Options) => {
    const config = configOf({ ...options });
    const now = new Date();
    const today = now.toISOString().slice(0, 10);
    if (options.date !== undefined && (options.from !== undefined || options.to !== undefined))
      throw new AppError('bad_request', 'give either --date, or --from and --to');
    if (options.to !== undefined && options.from === undefined) throw new AppError('bad_request', '--to needs --from');
    const first = options.date ?? options.from ?? today;
    const days = listHfDays(first, options.date ?? options.to ?? (options.from ? today : first), {
      baseUrl: config.hfBaseUrl,
      folder: join(config.dataDir, 'cache', 'hf'),
      now,
    });
    await fetchAndIngest(days, options, config, {
      mustRefresh: (_download, i) => days[i]?.isOpen === true,
      isEmpty: (text) => text.trim() === '[]',
    });
  });
}

function arxivCommand(): Command {
  const command = withCommon('arxiv', 'Papers of arXiv by id, or the newest that a query finds.')
    .option('--ids <id...>', 'ids such as 2602.10575; also separated by commas')
    .option('--query <query>', 'in the words of the arXiv API, such as "cat:cs.RO AND all:VLA"')
    .option('--max <n>', 'at most so many papers of a query', '100');
  return addSettings(command, [...FETCH_SETTINGS, 'arxivBaseUrl']).action(async (options: Options) => {
    const config = configOf({ ...options });
    if ((options.ids === undefined) === (options.query === undefined)) throw new AppError('bad_request', 'give either --ids or --query');
    const place = { baseUrl: config.arxivBaseUrl, folder: join(config.dataDir, 'cache', 'arxiv') };
    const isQuery = options.query !== undefined;
    const downloads = isQuery
      ? listArxivQuery(options.query ?? '', Number(options.max), place)
      : listArxivIds(
          (options.ids ?? []).flatMap((id) => id.split(',')).filter((id) => id.trim() !== ''),
          place,
        );
    // What a query finds changes every day; a paper by its id hardly ever does.
    await fetchAndIngest(downloads, options, config, {
      mustRefresh: () => isQuery,
      isEmpty: (text) => countEntries(text) === 0,
      stopsAtEmpty: isQuery,
    });
  });
}

function withCommon(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--refresh', 'ask again for what is in the cache')
    .option('--json', 'print the report of the ingest as JSON');
}

interface Rules {
  mustRefresh(download: Download, i: number): boolean;
  /** The file has no paper: there is nothing to ingest. */
  isEmpty(text: string): boolean;
  /** After an empty page there are no others. */
  readonly stopsAtEmpty?: boolean;
}

async function fetchAndIngest(downloads: readonly Download[], options: Options, config: Config, rules: Rules): Promise<void> {
  const downloader = new Downloader({
    userAgent: `Paperloom/${versionOfPackage()}`,
    pauseMs: config.fetchPauseMs,
    tries: config.fetchTries,
    timeoutMs: config.fetchTimeoutMs,
    maxBytes: config.maxFetchBytes,
  });
  const sources: SourceInput[] = [];
  let failed: AppError | null = null;
  for (const [i, download] of downloads.entries()) {
    try {
      const outcome = await downloader.get(download, { refresh: options.refresh === true || rules.mustRefresh(download, i) });
      const isEmpty = rules.isEmpty(readFileSync(download.path, 'utf8'));
      if (outcome === 'downloaded') say(`downloaded ${download.url}${isEmpty ? ': no papers' : ''}`);
      if (!isEmpty) sources.push(fileSource(download.path));
      else if (rules.stopsAtEmpty) break;
    } catch (error) {
      // What came before it is still worth reading.
      if (!(error instanceof AppError) || error.code !== 'fetch_failed') throw error;
      failed = error;
      break;
    }
  }
  if (sources.length > 0 || !failed) {
    const progress = makeProgress('ingest');
    const report = await withGraph(config, (graph) => graph.ingest(sources, progress));
    progress.end();
    await printReport(report, options);
  }
  if (failed) throw failed;
}

async function printReport(report: IngestReport, options: Options): Promise<void> {
  sayDiagnostics(report.diagnostics);
  await print(options.json ? JSON.stringify(report) : formatReport(report, false));
  process.exitCode = exitCodeOf(report.diagnostics);
}
