// `paperloom stats`: how much of what is in the graph, and its fingerprint.
import { Command } from 'commander';
import { formatTable } from '../format-rows.ts';
import { withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { print } from '../terminal.ts';

export function statsCommand(): Command {
  const command = new Command('stats')
    .description('Counts papers, nodes and edges, and prints the fingerprint: equal graphs have equal ones on every store.')
    .option('--json', 'print {"papers","nodes","edges","fingerprint"} as JSON (also when the output is no terminal)');
  return addSettings(command, STORE_SETTINGS).action(async (options: { json?: true }) => {
    const stats = await withGraph(configOf({ ...options }), (graph) => graph.stats(), { readOnly: true });
    if (options.json || !process.stdout.isTTY) return print(JSON.stringify(stats));
    const rows = [...Object.entries(stats.nodes), ...Object.entries(stats.edges)].map(([name, count]) => [name, count]);
    await print(`${formatTable(['what', 'count'], rows)}\n\nfingerprint ${stats.fingerprint}`);
  });
}
