// The arXiv API: papers by id, or the newest that a query finds, as Atom files of at most a hundred.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../shared/errors.ts';
import type { Download } from './downloader.ts';

interface Place {
  readonly baseUrl: string;
  readonly folder: string;
}
const PER_REQUEST = 100;
export const MAX_PAPERS = 2_000;
const ID = /^(?:arxiv:)?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)$/i;

/** One request for every hundred ids. Throws bad_request. */
export function listArxivIds(ids: readonly string[], { baseUrl, folder }: Place): Download[] {
  const known = [...new Set(ids.map(toId))].sort();
  if (known.length === 0) throw new AppError('bad_request', 'no id was given');
  if (known.length > MAX_PAPERS) throw new AppError('bad_request', `more than ${MAX_PAPERS} ids`);
  const downloads: Download[] = [];
  for (let from = 0; from < known.length; from += PER_REQUEST) {
    const part = known.slice(from, from + PER_REQUEST);
    const query = new URLSearchParams({ id_list: part.join(','), max_results: String(part.length) });
    downloads.push({ url: `${baseUrl}/api/query?${query}`, path: join(folder, fileOf('ids', part)), check: findProblem });
  }
  return downloads;
}

/** The newest `max` papers, newest first. The same query writes the same files, so that a later run updates them. */
export function listArxivQuery(search: string, max: number, { baseUrl, folder }: Place): Download[] {
  if (search.trim() === '') throw new AppError('bad_request', 'the query is empty');
  if (!Number.isInteger(max) || max < 1 || max > MAX_PAPERS) throw new AppError('bad_request', `--max must be 1 to ${MAX_PAPERS}`);
  const downloads: Download[] = [];
  for (let start = 0; start < max; start += PER_REQUEST) {
    const query = new URLSearchParams({
      search_query: search,
      start: String(start),
      max_results: String(Math.min(PER_REQUEST, max - start)),
      sortBy: 'submittedDate',
      sortOrder: 'descending',
    });
    downloads.push({
      url: `${baseUrl}/api/query?${query}`,
      path: join(folder, fileOf('query', [search, String(start)])),
      check: findProblem,
    });
  }
  return downloads;
}

export function countEntries(text: string): number {
  return text.match(/<entry[\s>]/g)?.length ?? 0;
}

function toId(given: string): string {
  const id = ID.exec(given.trim())?.[1];
  if (id === undefined) throw new AppError('bad_request', `${JSON.stringify(given)} is no arXiv id; expected such as 2602.10575`);
  return id;
}

/** Any text may be a query: only its hash becomes a file name. */
function fileOf(kind: string, parts: readonly string[]): string {
  return `arxiv-${kind}-${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12)}.xml`;
}

/** arXiv answers a wrong query with status 200 and an entry that tells what is wrong. */
function findProblem(text: string): string | null {
  if (!/<feed[\s>]/.test(text)) return 'the answer is no Atom feed';
  const error = /<id>https?:\/\/arxiv\.org\/api\/errors[^<]*<\/id>[\s\S]*?<summary>([^<]*)<\/summary>/.exec(text)?.[1];
  return error === undefined ? null : error.trim();
}
