// `paperloom extract FILE...`: what the reader finds, one JSON line per paper. Needs no data folder and writes none.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { INPUT_FORMATS, type InputFormat } from '../../ingest/format.ts';
import type { SourceInput } from '../../pipeline/list-sources.ts';
import type { Resolver } from '../../resolve/types.ts';
import type { Diagnostic } from '../../shared/diagnostics.ts';
import { AppError } from '../../shared/errors.ts';
import type { Mention, PaperText, Result } from '../../shared/paper.ts';
import { addSettings, configOf } from '../settings-options.ts';
import { exitCodeOf, print, sayDiagnostics } from '../terminal.ts';

interface Options {
  readonly inputFormat?: InputFormat;
  readonly withText?: true;
  readonly explain?: true;
  readonly threads?: number;
}

/** Opening a reader costs a thread what some hundred papers do. */
const WORTH_THREADS = 200;

export function extractCommand(): Command {
  const command = new Command('extract')
    .description('Prints what papers propose, use, build on and are measured on: one JSON line per paper.')
    .argument('<file...>', 'digests (files or folders; - reads from standard input)')
    .addOption(inputFormatOption())
    .option('--with-text', "add each paper's text, which all offsets point into")
    .addOption(
      new Option('--threads <n>', 'threads to read with (default: one a core, for inputs of 200 papers and more)').argParser(parseThreads),
    )
    .option('--explain', 'add the whole sentence, how each name was read, and every candidate with why it was kept or dropped');
  return addSettings(command, ['reader', 'lang']).action(async (files: string[], options: Options) => {
    process.exitCode = await extract(files, options, configOf({ ...options }).reader);
  });
}

export function inputFormatOption(): Option {
  return new Option('--input-format <format>', 'format of the input, when it is not to be detected').choices(INPUT_FORMATS);
}

async function extract(files: readonly string[], options: Options, mode: 'full' | 'rules'): Promise<0 | 1> {
  const [{ listSources }, { openReader }, { readInThreads }, { readSource }] = await Promise.all([
    import('../../pipeline/list-sources.ts'),
    import('../../pipeline/open-reader.ts'),
    import('../../pipeline/reading-pool.ts'),
    import('../../ingest/read-source.ts'),
  ]);
  const listed = listSources(files.filter((file) => file !== '-'));
  const sources = files.includes('-') ? [...listed.sources, stdinSource()] : listed.sources;
  sayDiagnostics(listed.diagnostics);
  const { reader, resolver } = openReader({ mode });
  let exitCode: 0 | 1 = 0;
  for (const source of sources) {
    const { papers, diagnostics } = readOrDiagnose(source, (bytes) =>
      readSource(source.name, bytes, options.inputFormat ? { format: options.inputFormat } : {}),
    );
    const threads = options.explain ? 1 : (options.threads ?? (papers.length >= WORTH_THREADS ? availableParallelism() : 1));
    if (threads > 1)
      for await (const [paper, { mentions, results }] of readInThreads(papers, { mode, threads }))
        await print(JSON.stringify(toOutput(paper, mentions, results, options, resolver)));
    else
      for (const paper of papers) {
        const { extraction, candidates } = options.explain
          ? reader.explain(paper)
          : { extraction: reader.read(paper), candidates: undefined };
        const output = toOutput(paper, extraction.mentions, extraction.results, options, resolver);
        await print(JSON.stringify(candidates ? { ...output, candidates } : output));
      }
    sayDiagnostics(diagnostics);
    if (exitCodeOf(diagnostics) === 1) exitCode = 1;
  }
  return exitCode;
}

function parseThreads(value: string): number {
  const threads = Number(value);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) throw new InvalidArgumentError('a whole number from 1 to 64');
  return threads;
}

function stdinSource(): SourceInput {
  return { key: 'stdin', name: 'stdin', read: () => readFileSync(0) };
}

function readOrDiagnose<T extends { readonly papers: readonly PaperText[]; readonly diagnostics: readonly Diagnostic[] }>(
  source: SourceInput,
  read: (bytes: Uint8Array) => T,
) {
  try {
    return read(source.read());
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const diagnostic: Diagnostic = { severity: 'error', code: 'ingest/not-readable', source: source.name, message: error.message };
    return { papers: [], diagnostics: [diagnostic] };
  }
}

function toOutput(paper: PaperText, mentions: readonly Mention[], results: readonly Result[], options: Options, resolver: Resolver) {
  const { id, title, date, url, lang, text } = paper;
  return {
    paper: { id, title, date, url, lang, ...(options.withText ? { text } : {}) },
    mentions: mentions.map((mention) => ({
      type: mention.type,
      role: mention.role,
      name: mention.name,
      aliases: mention.aliases,
      id: mention.id,
      confidence: mention.confidence,
      rule: mention.rule,
      evidence: toEvidence(mention, options),
      ...(options.explain ? { resolved: explain(mention, resolver) } : {}),
    })),
    results: results.map((result) => {
      const { subject, benchmark, metric, value, number, unit, kind } = result;
      const ids = options.explain ? { subjectId: result.subjectId, benchmarkId: result.benchmarkId } : {};
      return { subject, benchmark, metric, value, number, unit, kind, ...ids, evidence: toEvidence(result, options) };
    }),
  };
}

function toEvidence({ evidence }: Mention | Result, { explain: isExplained }: Options) {
  const { quote, start, end, section } = evidence;
  return isExplained ? { ...evidence } : { quote, start, end, section };
}

function explain(mention: Mention, resolver: Resolver) {
  const { id, name, nameZh, parse, parent } = resolver.resolve(mention.type, mention.name);
  return { id, name, nameZh, parent: parent?.id ?? null, parse };
}
