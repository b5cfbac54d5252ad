// `paperloom retract PAPER`: takes a paper back, with everything that it alone supported.
import { Command } from 'commander';
import { withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { print } from '../terminal.ts';

export function retractCommand(): Command {
  const command = new Command('retract')
    .description('Takes a paper back: its edges go, and what no other paper reaches. Ingesting its digest again brings it back.')
    .argument('<paper>', 'id of the paper, such as 2602.10575')
    .option('--json', 'print the counts as JSON');
  return addSettings(command, STORE_SETTINGS).action(async (paper: string, options: { json?: true }) => {
    const counts = await withGraph(configOf({ ...options }), (graph) => graph.retract(paper));
    await print(
      options.json ? JSON.stringify(counts) : `Retracted ${paper}: ${counts.nodesRemoved} nodes and ${counts.edgesRemoved} edges are gone.`,
    );
  });
}
