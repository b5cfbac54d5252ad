// `paperloom eval GOLD_DIR`: how well the reader does on annotated papers, and what moved since the last run.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import type { EvaluationReport } from '../../eval/evaluate.ts';
import type { GoldPaper } from '../../eval/score.ts';
import { AppError } from '../../shared/errors.ts';
import type { PaperText } from '../../shared/paper.ts';
import { addSettings, configOf } from '../settings-options.ts';
import { print } from '../terminal.ts';

interface Options {
  readonly texts?: string[];
  readonly core?: true;
  readonly json?: true;
}

export function evalCommand(): Command {
  const command = new Command('eval')
    .description('Scores the reader on annotated papers: <id>.json files, with their texts in inputs.jsonl beside them or in --texts.')
    .argument('<gold-dir>', 'folder of annotations')
    .option('--texts <file...>', 'digests that hold texts of annotated papers')
    .option('--core', 'ask only for what a reader of the graph would miss')
    .option('--json', 'print the report as JSON');
  return addSettings(command, ['dataDir', 'reader']).action(async (goldDir: string, options: Options) => {
    const config = configOf({ ...options });
    const [{ evaluate }, { openReader }] = await Promise.all([import('../../eval/evaluate.ts'), import('../../pipeline/open-reader.ts')]);
    const gold = readGold(goldDir);
    const { texts, sources } = await readTexts([join(goldDir, 'inputs.jsonl'), ...(options.texts ?? [])]);
    const { reader } = openReader({ mode: config.reader });
    const report = evaluate(reader, gold, texts, options.core === true, (paper) => sources.get(paper));
    const last = recordRun(
      join(config.dataDir, 'eval'),
      `${basename(goldDir)}-${config.reader}${options.core ? '-core' : ''}.json`,
      report,
    );
    await print(options.json ? JSON.stringify(report) : formatReport(report, last));
  });
}

function readGold(folder: string): GoldPaper[] {
  if (!existsSync(folder)) throw new AppError('not_readable', folder);
  const papers: GoldPaper[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    const paper = JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldPaper;
    if (paper.paper && Array.isArray(paper.mentions)) papers.push(paper);
  }
  return papers;
}

async function readTexts(
  files: readonly string[],
): Promise<{ readonly texts: Map<string, PaperText>; readonly sources: Map<string, string> }> {
  const { readSource } = await import('../../ingest/read-source.ts');
  const texts = new Map<string, PaperText>();
  const sources = new Map<string, string>();
  for (const file of files) {
    if (!existsSync(file)) continue;
    for (const paper of readSource(file, readFileSync(file)).papers)
      if (!texts.has(paper.id)) {
        texts.set(paper.id, paper);
        sources.set(paper.id, basename(file));
      }
  }
  return { texts, sources };
}

/** Keeps this run for the next one to compare with; answers the one before. */
function recordRun(folder: string, name: string, report: EvaluationReport): EvaluationReport | null {
  const file = join(folder, name);
  const last = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as EvaluationReport) : null;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...report, worst: [] })}\n`);
  return last;
}

const percent = (x: number): string => x.toFixed(3);

function formatReport(report: EvaluationReport, last: EvaluationReport | null): string {
  const lines = [
    `${report.papers} papers${report.missing.length > 0 ? `, ${report.missing.length} without text` : ''}`,
    '',
    `${''.padEnd(24)}     P      R     F1   gold   since last`,
  ];
  for (const [name, s] of Object.entries(report.scores)) {
    const before = last?.scores[name]?.f1;
    const moved = before === undefined ? '' : s.f1 === before ? '=' : `${s.f1 > before ? '+' : ''}${(s.f1 - before).toFixed(3)}`;
    lines.push(
      `${name.padEnd(24)} ${percent(s.precision)}  ${percent(s.recall)}  ${percent(s.f1)}  ${String(s.gold).padStart(5)}   ${moved}`,
    );
  }
  const r = report.results;
  lines.push(
    '',
    `results: ${r.right} of ${r.gold} annotated found (${percent(r.recall)}), ${percent(r.precision)} of ${r.predicted} right`,
  );
  lines.push('', 'confidence   mentions   right');
  for (const [from, to, n, share] of report.reliability)
    lines.push(`${from.toFixed(1)} to ${to.toFixed(1)}   ${String(n).padStart(8)}   ${n === 0 ? '-' : percent(share)}`);
  lines.push('', 'roles taken for others');
  for (const [gold, row] of Object.entries(report.confusion))
    lines.push(
      `${gold.padEnd(24)} ${Object.entries(row)
        .map(([kind, n]) => `${kind} ${n}`)
        .join(', ')}`,
    );
  lines.push('', 'worst errors');
  for (const e of report.worst)
    lines.push(`${e.paper}  ${e.kind.padEnd(10)} ${e.what.padEnd(22)} ${e.name}${e.gold ? ` (annotated: ${e.gold})` : ''}`);
  return lines.join('\n');
}
