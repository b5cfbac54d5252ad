// The MCP server over a graph: eight tools that read, each answering in a typed shape and as JSON text.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { AppError, ERRORS } from '../shared/errors.ts';
import { inTurn, type McpGraph } from './graph.ts';
import type { Tool } from './tool.ts';
import { entityTool } from './tools/entity.ts';
import { leaderboardTool } from './tools/leaderboard.ts';
import { matrixTool } from './tools/matrix.ts';
import { paperTool } from './tools/paper.ts';
import { papersSharingTool } from './tools/papers-sharing.ts';
import { pathTool } from './tools/path.ts';
import { runCypherTool } from './tools/run-cypher.ts';
import { searchTool } from './tools/search.ts';

/** In the order in which an agent needs them. */
export const TOOLS: readonly Tool[] = [
  searchTool,
  paperTool,
  entityTool,
  papersSharingTool,
  pathTool,
  matrixTool,
  leaderboardTool,
  runCypherTool,
] as unknown as readonly Tool[];

const INSTRUCTIONS =
  'Paperloom is a graph of machine-learning papers: what each proposes, uses, builds on, compares with and is measured on. Every relation carries the sentence that says so: quote it. Names are Chinese and English. Begin with search. Answers are capped; "truncated" says when there is more. A relation that is not here was not read in a digest, which does not mean that it does not exist.';

export interface McpDeps {
  readonly graph: McpGraph;
  readonly version: string;
  /** Bugs are told here; the agent only hears that something went wrong. */
  readonly onBug: (tool: string, error: unknown) => void;
}

export function createMcpServer({ graph, version, onBug }: McpDeps): McpServer {
  const server = new McpServer({ name: 'paperloom', title: 'Paperloom', version }, { instructions: INSTRUCTIONS });
  const shared = inTurn(graph);
  for (const tool of TOOLS) {
    const { name, title, description, input, output } = tool;
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input,
        outputSchema: output,
        annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      },
      async (args, { signal }): Promise<CallToolResult> => {
        try {
          const answer = await tool.run(args, { graph: shared, signal });
          return { structuredContent: answer, content: [{ type: 'text', text: JSON.stringify(answer) }] };
        } catch (error) {
          return { isError: true, content: [{ type: 'text', text: wordsOf(name, error, onBug) }] };
        }
      },
    );
  }
  return server;
}

function wordsOf(tool: string, error: unknown, onBug: McpDeps['onBug']): string {
  if (!(error instanceof AppError)) {
    onBug(tool, error);
    return JSON.stringify({ error: { code: 'internal', message: 'Something went wrong', hint: 'Try another tool' } });
  }
  const { code, message, line, column } = error;
  const hint = code === 'not_found' ? 'Look it up with the tool search' : ERRORS[code].hint.en;
  return JSON.stringify({ error: { code, message, hint, ...(line === undefined ? {} : { line, column }) } });
}
