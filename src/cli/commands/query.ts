// `paperloom query CYPHER`: a read-only question to the graph, as a table, JSON or CSV.
import { Command, InvalidArgumentError, Option } from 'commander';
import { cypherRequestSchema, type Json } from '../../shared/api/cypher.ts';
import { AppError } from '../../shared/errors.ts';
import { formatCsv, formatTable } from '../format-rows.ts';
import { withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { print, say } from '../terminal.ts';

interface Options {
  readonly param: Record<string, Json>;
  readonly format: 'table' | 'json' | 'csv';
  readonly json?: true;
  readonly limit: string;
  readonly timeout: string;
}

export function queryCommand(): Command {
  const command = new Command('query')
    .description('Asks the graph in Cypher. Reads only: nothing a query says can change the graph.')
    .argument('<cypher>', 'the query; parameters as $name')
    .option(
      '--param <name=value>',
      'a parameter; the value is read as JSON where it is JSON, else as text (repeat for more)',
      collectParam,
      {},
    )
    .addOption(new Option('--format <format>', 'how rows are printed').choices(['table', 'json', 'csv']).default('table'))
    .option('--json', 'the same as --format json: {"columns","rows","truncated","ms"}')
    .option('--limit <n>', 'most rows to print, at most 1000', '1000')
    .option('--timeout <ms>', 'stop after so many milliseconds, at most 30000', '5000');
  return addSettings(command, STORE_SETTINGS).action(async (cypher: string, options: Options) => {
    const request = cypherRequestSchema.safeParse({
      query: cypher,
      params: options.param,
      limit: Number(options.limit),
      timeoutMs: Number(options.timeout),
    });
    if (!request.success)
      throw new AppError('bad_request', request.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    const answer = await withGraph(configOf({ ...options }), (graph) => graph.query(request.data), { readOnly: true });
    const format = options.json ? 'json' : options.format;
    if (format === 'json') await print(JSON.stringify(answer));
    else await print(format === 'csv' ? formatCsv(answer.columns, answer.rows) : formatTable(answer.columns, answer.rows));
    if (format === 'table') say(`${answer.rows.length} row${answer.rows.length === 1 ? '' : 's'} in ${Math.round(answer.ms)} ms`);
    if (answer.truncated && format !== 'json') say('Not all rows are shown: narrow the query down, or raise --limit (at most 1000).');
  });
}

function collectParam(text: string, params: Record<string, Json>): Record<string, Json> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Expected name=value.');
  const value = text.slice(at + 1);
  return { ...params, [text.slice(0, at)]: parseValue(value) };
}

const ARXIV_ID = /^\d{4}\.\d{4,5}$/;

/** `2017`, `0.5`, `true`, `["a","b"]` are JSON; `model:qwen2.5-vl-7b`, the arXiv id `2602.10570` and `007` are texts. */
export function parseValue(text: string): Json {
  if (ARXIV_ID.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
