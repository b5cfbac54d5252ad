// `paperloom diff PATH...`: the edges that an ingest of these digests would add, change or remove.
import { Command } from 'commander';
import type { InputFormat } from '../../ingest/format.ts';
import { listSources } from '../../pipeline/list-sources.ts';
import { withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { exitCodeOf, print, sayDiagnostics } from '../terminal.ts';
import { inputFormatOption } from './extract.ts';

const SIGN = { added: '+', changed: '~', removed: '-' } as const;

export function diffCommand(): Command {
  const command = new Command('diff')
    .description('Lists the edges that an ingest of these digests would add (+), change (~) or remove (-). Writes nothing.')
    .argument('<path...>', 'files or folders')
    .addOption(inputFormatOption())
    .option('--json', 'print {"edges":[{"change","type","from","to"}],"report"} as JSON');
  return addSettings(command, [...STORE_SETTINGS, 'reader']).action(
    async (paths: string[], options: { inputFormat?: InputFormat; json?: true }) => {
      const { sources, diagnostics } = listSources(paths);
      const { report, edges } = await withGraph(configOf({ ...options }), (graph) =>
        graph.diff(sources, options.inputFormat ? { format: options.inputFormat } : {}),
      );
      const all = [...diagnostics, ...report.diagnostics];
      sayDiagnostics(all);
      if (options.json) await print(JSON.stringify({ edges, report: { ...report, diagnostics: all } }));
      else for (const { change, type, from, to } of edges) await print(`${SIGN[change]} ${from} ${type} ${to}`);
      process.exitCode = exitCodeOf(all);
    },
  );
}
