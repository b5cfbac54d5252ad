// Downloads from a real server on this machine: polite, patient, capped, and never half a file.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countEntries, listArxivIds, listArxivQuery } from '../../../src/fetch/arxiv.ts';
import { Downloader, type DownloaderOptions } from '../../../src/fetch/downloader.ts';
import { listHfDays } from '../../../src/fetch/hf-daily.ts';

let folder: string;
let server: Server;
let baseUrl: string;
let seen: { readonly url: string; readonly agent: string; readonly at: number }[];
let answer: (req: IncomingMessage, res: ServerResponse, n: number) => void;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fetch-'));
  seen = [];
  server = createServer((req, res) => {
    seen.push({ url: req.url ?? '', agent: req.headers['user-agent'] ?? '', at: performance.now() });
    answer(req, res, seen.length);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const makeDownloader = (more: Partial<DownloaderOptions> = {}) =>
  new Downloader({ userAgent: 'Paperloom/test', pauseMs: 40, tries: 3, timeoutMs: 5_000, maxBytes: 10_000, ...more });
const makeDownload = (name = 'a.json') => ({
  url: `${baseUrl}/${name}`,
  path: join(folder, 'deep', name),
  check: (text: string) => (text.startsWith('[') ? null : 'no list'),
});

describe('a download', () => {
  test('is kept, and asked for again only when told to', async () => {
    answer = (_req, res, n) => res.end(`[${n}]`);
    const downloader = makeDownloader();
    expect(await downloader.get(makeDownload(), { refresh: false })).toBe('downloaded');
    expect(await downloader.get(makeDownload(), { refresh: false })).toBe('cached');
    expect(readFileSync(makeDownload().path, 'utf8')).toBe('[1]');
    expect(await downloader.get(makeDownload(), { refresh: true })).toBe('downloaded');
    expect(readFileSync(makeDownload().path, 'utf8')).toBe('[2]');
    expect(seen.map(({ agent }) => agent)).toEqual(['Paperloom/test', 'Paperloom/test']);
  });

  test('leaves a pause between requests', async () => {
    answer = (_req, res) => res.end('[]');
    const downloader = makeDownloader({ pauseMs: 120 });
    for (const name of ['a.json', 'b.json', 'c.json']) await downloader.get(makeDownload(name), { refresh: false });
    const gaps = seen.slice(1).map(({ at }, i) => at - (seen[i]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(100);
  });

  test.each([429, 503, 500])('asks a server that answers %i again, as late as it says', async (status) => {
    answer = (_req, res, n) => (n < 3 ? res.writeHead(status, { 'Retry-After': '0' }).end('busy') : res.end('[]'));
    expect(await makeDownloader().get(makeDownload(), { refresh: false })).toBe('downloaded');
    expect(seen).toHaveLength(3);
  });

  test('waits longer each time when the server does not say', async () => {
    answer = (_req, res, n) => (n < 3 ? res.writeHead(503).end() : res.end('[]'));
    await makeDownloader().get(makeDownload(), { refresh: false });
    const [first = 0, second = 0] = seen.slice(1).map(({ at }, i) => at - (seen[i]?.at ?? 0));
    expect(first).toBeGreaterThan(75);
    expect(second).toBeGreaterThan(150);
  });

  interface Failure {
    readonly name: string;
    readonly answer: typeof answer;
    readonly detail: RegExp;
    readonly requests: number;
    readonly options?: Partial<DownloaderOptions>;
  }
  test.each<Failure>([
    { name: 'not found is not asked again', answer: (_req, res) => res.writeHead(404).end(), detail: /answered 404/, requests: 1 },
    {
      name: 'busy for ever ends',
      answer: (_req, res) => res.writeHead(429).end(),
      detail: /answered 429/,
      requests: 3,
      options: { pauseMs: 1 },
    },
    { name: 'an answer of another kind is not kept', answer: (_req, res) => res.end('<html>'), detail: /no list/, requests: 1 },
    {
      name: 'too much is not kept',
      answer: (_req, res) => res.end(`[${'1,'.repeat(10_000)}1]`),
      detail: /more than 10000 bytes/,
      requests: 1,
    },
    {
      name: 'silence ends',
      answer: () => undefined,
      detail: /no answer within 60 ms/,
      requests: 3,
      options: { timeoutMs: 60, pauseMs: 1 },
    },
    { name: 'a connection that breaks', answer: (req) => req.socket.destroy(), detail: /a\.json: ./, requests: 3, options: { pauseMs: 1 } },
    {
      name: 'a body that breaks off',
      answer: (req, res) => {
        res.writeHead(200, { 'Content-Length': '100' }).write('[1,');
        setTimeout(() => req.socket.destroy(), 20);
      },
      detail: /a\.json: ./,
      requests: 3,
      options: { pauseMs: 1 },
    },
  ])('$name', async ({ answer: given, detail, requests, options }) => {
    answer = given;
    await expect(makeDownloader(options).get(makeDownload(), { refresh: false })).rejects.toMatchObject({
      code: 'fetch_failed',
      detail: expect.stringMatching(detail),
    });
    expect(seen).toHaveLength(requests);
    expect(existsSync(join(folder, 'deep')) ? readdirSync(join(folder, 'deep')) : []).toEqual([]);
  });

  test('nobody there is a failure too', async () => {
    const download = { ...makeDownload(), url: 'http://127.0.0.1:1/x' };
    await expect(makeDownloader({ pauseMs: 1 }).get(download, { refresh: false })).rejects.toMatchObject({ code: 'fetch_failed' });
  });
});

describe('what is asked for', () => {
  const now = new Date('2026-03-02T10:00:00Z');

  test('Hugging Face: a file a day, over the end of a month; the last days are still open', () => {
    const days = listHfDays('2026-02-27', '2026-03-02', { baseUrl: 'http://x', folder: '/c', now });
    expect(days.map(({ url, path, isOpen }) => ({ url, path, isOpen }))).toEqual(
      [
        ['2026-02-27', false],
        ['2026-02-28', false],
        ['2026-03-01', true],
        ['2026-03-02', true],
      ].map(([date, isOpen]) => ({ url: `http://x/api/daily_papers?date=${date}&limit=100`, path: `/c/hf-daily-${date}.json`, isOpen })),
    );
  });

  test.each([
    ['2026-02-30', '2026-03-01'],
    ['14.02.2026', '2026-03-01'],
    ['2026-03-02', '2026-03-01'],
    ['2001-01-01', '2026-03-01'],
    ['../../etc', '2026-03-01'],
  ])('Hugging Face: %s to %s is refused', (from, to) => {
    expect(() => listHfDays(from, to, { baseUrl: 'http://x', folder: '/c', now })).toThrowError(
      expect.objectContaining({ code: 'bad_request' }),
    );
  });

  test('arXiv: ids in hundreds, each once, sorted', () => {
    const ids = Array.from({ length: 150 }, (_, i) => `2602.${String(10_000 + i)}`);
    const downloads = listArxivIds([...ids, ...ids, 'arXiv:cs/0112017', 'math.GT/0309136v2'], { baseUrl: 'http://x', folder: '/c' });
    const asked = downloads.map(({ url }) => new URL(url).searchParams);
    expect(asked.map((params) => params.get('max_results'))).toEqual(['100', '52']);
    expect(asked.flatMap((params) => params.get('id_list')?.split(',') ?? [])).toEqual([...ids, 'cs/0112017', 'math.GT/0309136v2']);
    expect(downloads.map(({ path }) => /^\/c\/arxiv-ids-[0-9a-f]{12}\.xml$/.test(path))).toEqual([true, true]);
  });

  test('arXiv: a query in pages of a hundred, in files that are the same next time', () => {
    const ask = () => listArxivQuery('cat:cs.RO AND all:"vision language"', 250, { baseUrl: 'http://x', folder: '/c' });
    expect(ask().map(({ url }) => Object.fromEntries(new URL(url).searchParams))).toEqual(
      [
        ['0', '100'],
        ['100', '100'],
        ['200', '50'],
      ].map(([start, max_results]) => ({
        search_query: 'cat:cs.RO AND all:"vision language"',
        start,
        max_results,
        sortBy: 'submittedDate',
        sortOrder: 'descending',
      })),
    );
    expect(ask().map(({ path }) => path)).toEqual(ask().map(({ path }) => path));
  });

  test.each([
    ['an id with a path in it', () => listArxivIds(['../../x'], { baseUrl: 'http://x', folder: '/c' })],
    ['no id', () => listArxivIds([], { baseUrl: 'http://x', folder: '/c' })],
    ['an empty query', () => listArxivQuery(' ', 10, { baseUrl: 'http://x', folder: '/c' })],
    ['too many', () => listArxivQuery('x', 99_999, { baseUrl: 'http://x', folder: '/c' })],
    ['a number that is none', () => listArxivQuery('x', Number.NaN, { baseUrl: 'http://x', folder: '/c' })],
  ])('arXiv: %s is refused', (_name, ask) => {
    expect(ask).toThrowError(expect.objectContaining({ code: 'bad_request' }));
  });

  test('answers that are no papers are told apart', () => {
    const [arxiv] = listArxivQuery('x', 1, { baseUrl: 'http://x', folder: '/c' });
    const [hf] = listHfDays('2026-02-27', '2026-02-27', { baseUrl: 'http://x', folder: '/c', now });
    const feed = '<feed><entry><id>http://arxiv.org/abs/2602.1</id></entry><entry></entry></feed>';
    expect([arxiv?.check(feed), countEntries(feed)]).toEqual([null, 2]);
    expect(arxiv?.check('<html>')).toBe('the answer is no Atom feed');
    expect(
      arxiv?.check(
        '<feed><entry><id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format</summary></entry></feed>',
      ),
    ).toBe('incorrect id format');
    expect([hf?.check('[]'), hf?.check('{"error":"x"}'), hf?.check('<html>')]).toEqual([
      null,
      'the answer is no list of papers',
      'the answer is not JSON',
    ]);
  });
});
