// MCP over standard input and output, as agents start it. Resolves when the agent goes away. Nothing else may be printed there.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createMcpServer, type McpDeps } from './create-mcp-server.ts';

export async function serveStdio(deps: McpDeps, input: NodeJS.ReadStream = process.stdin): Promise<void> {
  const server = createMcpServer(deps);
  const gone = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    input.once('end', resolve).once('close', resolve);
  });
  await server.connect(new StdioServerTransport());
  await gone;
  await server.close();
}
