// `paperloom compact`: a smaller ledger that says the same.
import { Command } from 'commander';
import { withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { print } from '../terminal.ts';

export function compactCommand(): Command {
  const command = new Command('compact')
    .description(
      'Rewrites the ledger without replaced and retracted revisions and undone decisions. The graph and its fingerprint stay as they are; a crash leaves the old ledger or the new one.',
    )
    .option('--json', 'print lines and bytes before and after as JSON');
  return addSettings(command, STORE_SETTINGS).action(async (options: { json?: true }) => {
    const compacted = await withGraph(configOf({ ...options }), (graph) => graph.compact());
    const { lines, bytes } = compacted;
    await print(
      options.json
        ? JSON.stringify(compacted)
        : lines.before === lines.after
          ? `Nothing to leave out: all ${lines.before} lines count.`
          : `Ledger: ${lines.before} lines became ${lines.after}, ${inMb(bytes.before)} MB became ${inMb(bytes.after)} MB.`,
    );
  });
}

const inMb = (bytes: number): string => (bytes / 1e6).toFixed(1);
