// All commands of `paperloom`. Each stands in a file of its own under commands/.
import { Command } from 'commander';
import { versionOfPackage } from '../version.ts';
import { aliasCommand } from './commands/alias.ts';
import { askCommand } from './commands/ask.ts';
import { compactCommand } from './commands/compact.ts';
import { diffCommand } from './commands/diff.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evalCommand } from './commands/eval.ts';
import { exportCommand } from './commands/export.ts';
import { extractCommand } from './commands/extract.ts';
import { fetchCommand } from './commands/fetch.ts';
import { ingestCommand } from './commands/ingest.ts';
import { mcpCommand } from './commands/mcp.ts';
import { queryCommand } from './commands/query.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { resolveCommand } from './commands/resolve.ts';
import { retractCommand } from './commands/retract.ts';
import { serveCommand } from './commands/serve.ts';
import { statsCommand } from './commands/stats.ts';

export function makeProgram(): Command {
  const program = new Command('paperloom')
    .description('Turns daily digests of machine-learning papers into a graph with evidence on every edge.')
    .version(versionOfPackage())
    .showHelpAfterError('(paperloom COMMAND --help says more)')
    .addHelpText(
      'after',
      '\nSettings come from flags, PAPERLOOM_* variables, then paperloom.config.json.\nExit codes: 0 good, 1 failed or something could not be read, 2 wrong usage.',
    );
  const commands = [
    extractCommand(),
    resolveCommand(),
    evalCommand(),
    ingestCommand(),
    fetchCommand(),
    diffCommand(),
    queryCommand(),
    askCommand(),
    statsCommand(),
    serveCommand(),
    mcpCommand(),
    retractCommand(),
    rebuildCommand(),
    compactCommand(),
    exportCommand(),
    aliasCommand(),
    doctorCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  settle(program);
  return program;
}

/** Every command, however deep, says wrong usage the same way and leaves ending the process to main.ts. */
function settle(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    settle(child);
  }
}
