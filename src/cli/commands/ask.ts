// `paperloom ask "..."`: a question in words, answered by a query that is shown.
import { Command } from 'commander';
import { askRequestSchema } from '../../shared/api/ask.ts';
import { AppError } from '../../shared/errors.ts';
import { formatTable } from '../format-rows.ts';
import { withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { print, say } from '../terminal.ts';

interface Options {
  readonly json?: true;
  readonly cypher?: true;
  readonly limit: string;
}

export function askCommand(): Command {
  const command = new Command('ask')
    .description('Answers a question in words, Chinese or English, without a language model: "which papers build on Qwen2.5-VL-7B".')
    .argument('<question...>', 'the question')
    .option('--json', 'everything as JSON: what was understood, the query, the rows, near misses')
    .option('--cypher', 'print the query and its parameters too')
    .option('--limit <n>', 'most rows to print, at most 1000', '50');
  return addSettings(command, STORE_SETTINGS).action(async (words: string[], options: Options) => {
    const request = askRequestSchema.safeParse({ question: words.join(' '), limit: Number(options.limit) });
    if (!request.success)
      throw new AppError('bad_request', request.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    const [{ ask }, { openReader }] = await Promise.all([import('../../pipeline/ask.ts'), import('../../pipeline/open-reader.ts')]);
    const config = configOf({ ...options });
    const lang = config.lang === 'zh' || /\p{Script=Han}/u.test(request.data.question) ? 'zh' : 'en';
    const { resolver } = openReader({ mode: 'rules' });
    const answered = await withGraph(
      config,
      (graph) =>
        ask(request.data, {
          graph: { query: ({ query, params, limit, timeoutMs }) => graph.query({ query, params, limit, timeoutMs }) },
          resolver,
        }),
      { readOnly: true },
    );
    if (options.json) await print(JSON.stringify(answered));
    else if (answered.reading === null || answered.answer === null) {
      await print(answered.message[lang]);
      for (const { name, id } of answered.near.things) await print(`  ${name} (${id})`);
      for (const question of answered.near.questions) await print(`  ${question[lang]}`);
    } else {
      say(answered.message[lang]);
      if (options.cypher) {
        await print(answered.reading.query);
        for (const [name, value] of Object.entries(answered.reading.params)) await print(`// $${name} = ${value}`);
        await print('');
      }
      await print(formatTable(answered.answer.columns, answered.answer.rows));
      say(`${answered.answer.rows.length} rows${answered.answer.truncated ? ', and more' : ''}; --cypher shows the query`);
    }
    // Not understood is a failure for scripts.
    if (!answered.understood) process.exitCode = 1;
  });
}
