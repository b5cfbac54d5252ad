// `paperloom serve`: the explorer and the API on one address.
import { Command } from 'commander';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { print, say, sayDiagnostics } from '../terminal.ts';

export function serveCommand(): Command {
  const command = new Command('serve').description(
    'Serves the explorer and the API. An empty data folder is filled with the bundled samples first.',
  );
  const names = [
    ...STORE_SETTINGS,
    'host',
    'port',
    'samplesDir',
    'reader',
    'readThreads',
    'batchPapers',
    'maxUploadBytes',
    'requestsPerMinute',
    'log',
  ] as const;
  return addSettings(command, names).action(async (options: Record<string, unknown>) => {
    const { startServer } = await import('../../server.ts');
    const server = await startServer(configOf(options), { onDiagnostics: sayDiagnostics });
    await print(`Paperloom is at ${server.url}`);
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      say('Stopping: the job that runs is finished first.');
      void server.close();
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    await server.closed;
  });
}
