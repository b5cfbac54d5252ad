// The MCP tools, called by the SDK's own client over both transports, on an embedded store that holds the bundled samples.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOOLS } from '../../src/mcp/create-mcp-server.ts';
import { type RunningMcp, serveHttp } from '../../src/mcp/serve-http.ts';
import { openSampleGraph, type SampleGraph } from '../sample-graph.ts';

const CLI = 'dist/cli/main.js';
const folder = mkdtempSync(join(tmpdir(), 'paperloom-mcp-'));
const bugs: unknown[] = [];
const clients = new Map<string, Client>();
let samples: SampleGraph;
let http: RunningMcp;

async function connect(name: string, transport: Transport): Promise<void> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(transport);
  // The client checks every later answer against the shapes listed here.
  await client.listTools();
  clients.set(name, client);
}

beforeAll(async () => {
  samples = await openSampleGraph();
  http = await serveHttp(
    { graph: samples.store, version: '0.0.0', onBug: (tool, error) => bugs.push([tool, error]) },
    { host: '127.0.0.1', port: 0, token: '' },
  );
  await connect('http', new StreamableHTTPClientTransport(new URL(http.url)) as Transport);
  const data = join(folder, 'data');
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'ingest', 'samples', '--data-dir', data], { encoding: 'utf8' });
  expect(stderr, stderr).not.toContain('error');
  expect(status).toBe(0);
  await connect('stdio', new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp', '--data-dir', data], stderr: 'pipe' }));
});
afterAll(async () => {
  for (const client of clients.values()) await client.close();
  await http?.close();
  await samples?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly isError?: boolean;
  readonly content: readonly { readonly type: string; readonly text: string }[];
  // biome-ignore lint/suspicious/noExplicitAny: each test looks at the shape of one tool, which the client has checked
  readonly structuredContent?: any;
}
const clientOf = (name: string): Client => {
  const client = clients.get(name);
  if (!client) throw new Error(`no client ${name}`);
  return client;
};
async function call(transport: string, name: string, args: Record<string, unknown>): Promise<Answer> {
  return (await clientOf(transport).callTool({ name, arguments: args })) as unknown as Answer;
}

describe.each(['http', 'stdio'])('over %s', (transport) => {
  const use = async (name: string, args: Record<string, unknown>) => {
    const answer = await call(transport, name, args);
    expect(answer.isError, answer.content[0]?.text).toBeFalsy();
    expect(JSON.parse(answer.content[0]?.text ?? '')).toEqual(answer.structuredContent);
    return answer.structuredContent;
  };
  const fail = async (name: string, args: Record<string, unknown>): Promise<string> => {
    const answer = await call(transport, name, args);
    expect(answer.isError).toBe(true);
    return answer.content[0]?.text ?? '';
  };

  test('lists the eight tools, all read-only, with shapes for what they take and answer', async () => {
    const { tools } = await clientOf(transport).listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'search',
      'paper',
      'entity',
      'papers_sharing',
      'path',
      'matrix',
      'leaderboard',
      'run_cypher',
    ]);
    for (const tool of tools) {
      expect(tool.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(tool.outputSchema).toMatchObject({ type: 'object' });
      expect(tool.description?.length).toBeGreaterThan(40);
    }
  });

  test('search finds by either language, with a sentence', async () => {
    for (const query of ['GRPO', '组相对策略优化', 'group relative policy optimization']) {
      const { things } = await use('search', { query });
      expect(things[0]).toMatchObject({ id: 'method:grpo', type: 'method' });
      expect(things[0].evidence[0].sentence.length).toBeGreaterThan(5);
    }
    const { things, papers } = await use('search', { query: 'reasoning', types: ['paper'], limit: 2 });
    expect([things, papers.length]).toEqual([[], 2]);
    expect(await use('search', { query: 'reasoning', types: ['paper'], limit: 1 })).toMatchObject({ truncated: true });
    expect(await use('search', { query: 'qqqqq' })).toEqual({ things: [], papers: [], truncated: false });
  });

  test('paper tells every relation with its sentence, which holds the quote', async () => {
    for (const id of ['2602.10575', 'paper:2602.10575', 'arXiv:2602.10575v2']) {
      const { paper, relations, results } = await use('paper', { id });
      expect(paper.paper).toBe('paper:2602.10575');
      expect(relations.length).toBeGreaterThan(5);
      for (const { evidence } of relations) expect(evidence.sentence).toContain(evidence.quote);
      expect(Array.isArray(results)).toBe(true);
    }
  });

  test('entity takes an id or a name, and answers family, roles and sentences', async () => {
    const byId = await use('entity', { id: 'method:grpo' });
    expect(byId).toEqual(await use('entity', { id: 'Group Relative Policy Optimization' }));
    expect(byId.below.map(({ id }: { id: string }) => id)).toContain('method:dapo');
    expect(byId.evidence.length).toBeGreaterThan(3);
    const roles = byId.roles.map(({ role }: { role: string }) => role);
    expect(roles).toContain('USES');
    const used = await use('entity', { id: 'method:grpo', roles: ['USES'], limit: 2 });
    expect(used.evidence.map(({ role }: { role: string }) => role)).toEqual(['USES', 'USES']);
    expect(used.truncated).toBe(true);
  });

  test('papers_sharing answers papers that have to do with all of them', async () => {
    const { things, papers } = await use('papers_sharing', { things: ['GRPO', 'method:chain-of-thought'] });
    expect(things.map(({ id }: { id: string }) => id)).toEqual(['method:grpo', 'method:chain-of-thought']);
    expect(papers.length).toBeGreaterThan(0);
    for (const { evidence } of papers)
      expect([...new Set(evidence.map(({ thing }: { thing: string }) => thing))].sort()).toEqual([
        'method:chain-of-thought',
        'method:grpo',
      ]);
    // The same thing by two names is one thing.
    expect((await use('papers_sharing', { things: ['GRPO', 'method:grpo'] })).things).toHaveLength(1);
  });

  test('path leads from one thing to another through papers, with sentences', async () => {
    const { from, to, paths } = await use('path', { from: 'method:vla', to: 'method:grpo' });
    expect([from.id, to.id]).toEqual(['method:vla', 'method:grpo']);
    expect(paths.length).toBeGreaterThan(0);
    for (const { nodes, hops } of paths) {
      expect([nodes[0].id, nodes.at(-1).id, nodes.length]).toEqual(['method:vla', 'method:grpo', hops.length + 1]);
      for (const [i, hop] of hops.entries()) {
        expect([hop.from, hop.to].sort()).toEqual([nodes[i].id, nodes[i + 1].id].sort());
        if (hop.from.startsWith('paper:')) expect(hop.evidence[0].sentence).toContain(hop.evidence[0].quote);
      }
    }
    expect(await use('path', { from: 'method:grpo', to: 'method:grpo' })).toMatchObject({ paths: [] });
    expect(await use('path', { from: 'method:vla', to: 'method:grpo', maxHops: 1 })).toMatchObject({ paths: [] });
  });

  test('matrix counts papers, and its cells lie within its rows and columns', async () => {
    const { rows, columns, cells } = await use('matrix', { limit: 10 });
    expect([rows.length, columns.length]).toEqual([10, 10]);
    expect(cells.length).toBeGreaterThan(5);
    for (const { row, column, papers, evidence } of cells) {
      expect(rows.map(({ id }: { id: string }) => id)).toContain(row);
      expect(columns.map(({ id }: { id: string }) => id)).toContain(column);
      expect([papers > 0, evidence.paper.startsWith('paper:')]).toEqual([true, true]);
    }
    expect((await use('matrix', { rows: 'field', columns: 'model', limit: 5 })).rows[0].id).toMatch(/^field:/);
  });

  test('leaderboard answers numbers as written, with sentences', async () => {
    const { benchmark, results } = await use('leaderboard', { benchmark: 'AIME24' });
    expect(benchmark.id).toBe('benchmark:aime-2024');
    expect(results.length).toBeGreaterThan(0);
    for (const { value, evidence } of results) expect(evidence.sentence).toContain(value.replace(/[%\s].*$/, '').replace(/^[+-]/, ''));
  });

  test('run_cypher reads, names its sources, and stays short', async () => {
    const found = await use('run_cypher', {
      query: 'MATCH (p:Paper)-[r:USES]->(m:Method {id: $id}) RETURN p.id AS paper, r.sentence AS sentence ORDER BY paper',
      params: { id: 'method:grpo' },
      limit: 3,
    });
    expect([found.columns, found.rows.length, found.truncated]).toEqual([['paper', 'sentence'], 3, true]);
    expect(found.sources.map(({ paper }: { paper: string }) => paper)).toEqual(found.rows.map(([paper]: [string]) => paper));
    const long = await use('run_cypher', {
      query: "UNWIND range(1, 100) AS i RETURN reduce(s = '', x IN range(1, 3000) | s + 'x') AS s",
      limit: 200,
    });
    expect(JSON.stringify(long).length).toBeLessThan(150_000);
    expect([long.truncated, long.rows[0][0].endsWith('…')]).toEqual([true, true]);
  });

  test.each([
    'CREATE (n:X)',
    'MATCH (n) DETACH DELETE n',
    'MATCH (n) SET n.x = 1',
    "LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r",
    'CALL dbms.listConfig() YIELD name RETURN name',
  ])('run_cypher refuses: %s', async (query) => {
    expect(JSON.parse(await fail('run_cypher', { query })).error.code).toBe('write_refused');
  });

  test('what is not there, what is ambiguous and what is wrong is said, with a way on', async () => {
    expect(JSON.parse(await fail('paper', { id: '9999.99999' })).error).toMatchObject({
      code: 'not_found',
      hint: expect.stringContaining('search'),
    });
    expect(JSON.parse(await fail('entity', { id: 'no such thing' })).error.code).toBe('not_found');
    expect(JSON.parse(await fail('entity', { id: 'grp' })).error.message).toContain('(method:grpo)');
    expect(JSON.parse(await fail('run_cypher', { query: 'MATCH (n)\nRETRUN n' })).error).toMatchObject({ code: 'syntax', line: 2 });
    for (const [name, args] of [
      ['search', { query: '' }],
      ['search', { query: 'x', limit: 1_000 }],
      ['search', { query: 'x', more: 1 }],
      ['papers_sharing', { things: [] }],
      ['matrix', { rows: 'paper' }],
      ['run_cypher', { query: 'RETURN 1 AS x', timeoutMs: 60_000 }],
      ['no_such_tool', {}],
    ] as const)
      expect(await fail(name, args), name).toMatch(/-32602|Invalid|not found/i);
  });

  test('hostile values come back as nothing found', async () => {
    for (const id of [`'"\`}) DETACH DELETE n //`, '\\u0027 OR 1=1', '../../etc/passwd', '🧠'])
      for (const [name, args] of [
        ['entity', { id }],
        ['paper', { id }],
        ['leaderboard', { benchmark: id }],
        ['path', { from: id, to: 'method:grpo' }],
      ] as const)
        expect(JSON.parse(await fail(name, args)).error.code).toBe('not_found');
  });

  test('calls side by side wait for each other', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => use('search', { query: 'GRPO' })));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });
});

test('both transports answer alike, and nothing was a bug', async () => {
  for (const { name } of TOOLS.filter(({ name: tool }) => tool !== 'run_cypher')) {
    const args = {
      search: { query: 'qwen' },
      paper: { id: '2602.10575' },
      entity: { id: 'method:grpo' },
      papers_sharing: { things: ['method:grpo'] },
      path: { from: 'method:vla', to: 'method:grpo' },
      matrix: {},
      leaderboard: { benchmark: 'benchmark:aime-2024' },
    }[name];
    expect((await call('http', name, args ?? {})).structuredContent, name).toEqual(
      (await call('stdio', name, args ?? {})).structuredContent,
    );
  }
  expect(bugs).toEqual([]);
});

test('a graph is as it was after all of this', async () => {
  const before = await samples.store.stats();
  expect(await samples.store.stats({ verify: true })).toEqual(before);
});

describe('http alone', () => {
  const send = (
    headers: Record<string, string>,
    body = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
    more: { method?: string; path?: string; url?: string } = {},
  ) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const url = new URL(more.url ?? http.url);
      const req = request(
        {
          host: url.hostname,
          port: url.port,
          path: more.path ?? '/mcp',
          method: more.method ?? 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
        },
        (res) => {
          let text = '';
          res.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          res.on('end', () => resolve({ status: res.statusCode ?? 0, text }));
        },
      );
      req.on('error', reject);
      req.end(more.method === 'GET' ? undefined : body);
    });

  test('answers without a session', async () => {
    expect(await send({})).toMatchObject({ status: 200, text: expect.stringContaining('papers_sharing') });
  });
  test.each([
    ['a foreign host', { host: 'evil.example' }, 403],
    ['a foreign page', { origin: 'https://evil.example' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
  ] as const)('refuses %s', async (_what, headers, status) => {
    expect((await send(headers)).status).toBe(status);
  });
  test('refuses other addresses, other methods, too much and what is no JSON', async () => {
    expect((await send({}, '{}', { path: '/other' })).status).toBe(404);
    expect((await send({}, '', { method: 'GET' })).status).toBe(405);
    expect((await send({}, '', { method: 'DELETE' })).status).toBe(405);
    expect((await send({}, 'x'.repeat(100))).status).toBe(400);
    expect(
      await send({}, `"${'x'.repeat(1_100_000)}"`).then(
        ({ status }) => status,
        () => 413,
      ),
    ).toBe(413);
  });
  test('a token must be given where one is set, and a host that is not loopback needs one', async () => {
    const deps = { graph: samples.store, version: '0', onBug: () => undefined };
    const guarded = await serveHttp(deps, { host: '127.0.0.1', port: 0, token: 'secret-of-this-test' });
    try {
      expect((await send({}, undefined, { url: guarded.url })).status).toBe(401);
      expect((await send({ authorization: 'Bearer wrong' }, undefined, { url: guarded.url })).status).toBe(401);
      expect((await send({ authorization: 'Bearer secret-of-this-test' }, undefined, { url: guarded.url })).status).toBe(200);
      const port = Number(new URL(guarded.url).port);
      await expect(serveHttp(deps, { host: '127.0.0.1', port, token: '' })).rejects.toMatchObject({ code: 'port_in_use' });
    } finally {
      await guarded.close();
    }
    await expect(serveHttp(deps, { host: '0.0.0.0', port: 0, token: '' })).rejects.toMatchObject({ code: 'token_needed' });
  });
});
