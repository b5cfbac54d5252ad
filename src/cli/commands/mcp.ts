// `paperloom mcp`: the graph as tools for agents, over standard input and output or over HTTP.
import { Command, InvalidArgumentError, Option } from 'commander';
import { versionOfPackage } from '../../version.ts';
import { withGraph } from '../graph-access.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { print, say } from '../terminal.ts';

const DEFAULT_PORT = 4781;

export function mcpCommand(): Command {
  const command = new Command('mcp')
    .description(
      'Offers the graph to agents as MCP tools that only read: search, paper, entity, papers_sharing, path, matrix, leaderboard, run_cypher.',
    )
    .addOption(
      new Option(
        '--http [port]',
        `listen on HTTP at /mcp instead of standard input and output (port ${DEFAULT_PORT} when none is named)`,
      ).argParser(parsePort),
    );
  return addSettings(command, [...STORE_SETTINGS, 'host']).action(async (options: Record<string, unknown>) => {
    const [{ serveStdio }, { serveHttp }] = await Promise.all([import('../../mcp/serve-stdio.ts'), import('../../mcp/serve-http.ts')]);
    const config = configOf(options);
    await withGraph(
      config,
      async (graph) => {
        const deps = {
          // A request to a running server goes without the signal.
          graph: { query: ({ query, params, limit, timeoutMs }) => graph.query({ query, params, limit, timeoutMs }) },
          version: versionOfPackage(),
          onBug: (tool, error) => console.error(`mcp ${tool}:`, error),
        } satisfies Parameters<typeof serveStdio>[0];
        const { http } = options;
        if (http === undefined) return serveStdio(deps);
        const port = typeof http === 'number' ? http : DEFAULT_PORT;
        const server = await serveHttp(deps, { host: config.host, port, token: config.token });
        await print(`Paperloom's MCP tools are at ${server.url}`);
        await new Promise<void>((resolve) => {
          const stop = (): void => {
            say('Stopping.');
            resolve();
          };
          process.once('SIGINT', stop).once('SIGTERM', stop);
        });
        await server.close();
      },
      { readOnly: true },
    );
  });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('Expected a port from 0 to 65535.');
  return port;
}
