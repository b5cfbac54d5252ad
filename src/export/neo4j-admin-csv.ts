// The whole graph as CSV files for `neo4j-admin database import full`, the fastest way into an empty Neo4j. Read from a store in
// pages and written as it comes, so that millions of papers need no memory. Constraints and indexes are no part of it: the first
// start of Paperloom on the new database makes them.
import { once } from 'node:events';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { GraphStore } from '../store/graph-store.ts';
import { type CsvColumn, csvHeader, csvLine, LIST_SEPARATOR, property } from './neo4j-csv-line.ts';

const PAGE_IDS = 20_000;
const PAGE_ROWS = 500;
const EVIDENCE = [
  'quote:string',
  'start:long',
  'end:long',
  'section:string',
  'sentence:string',
  'sentenceStart:long',
  'markStart:long',
  'markEnd:long',
];

const node = (...heads: string[]): CsvColumn[] => [
  { name: 'id', head: 'id:ID' },
  { name: 'labels', head: ':LABEL' },
  ...heads.map(property),
];
const edge = (...heads: string[]): CsvColumn[] => [
  { name: 'from', head: ':START_ID' },
  { name: 'to', head: ':END_ID' },
  { name: 'type', head: ':TYPE' },
  ...heads.map(property),
];

const FILES = {
  'papers.csv': node('title:string', 'date:string', 'publishedAt:string', 'url:string', 'lang:string', 'sources:string[]'),
  'entities.csv': node('name:string', 'nameZh:string', 'aliases:string[]', 'firstSeen:string', 'lastSeen:string', 'searchKey:string'),
  'results.csv': node(
    'subject:string',
    'benchmark:string',
    'metric:string',
    'value:string',
    'number:double',
    'unit:string',
    'kind:string',
    ...EVIDENCE,
    'source:string',
  ),
  'meta.csv': node('kind:string', 'version:long', 'seq:long', 'changes:long', 'json:string'),
  'paper-edges.csv': edge(
    ...[
      'id:string',
      'role:string',
      'confidence:double',
      'rule:string',
      ...EVIDENCE,
      'source:string',
      'firstSeen:string',
      'lastSeen:string',
      'name:string',
    ],
    ...['surfaces:string[]', 'more:string[]'],
  ),
  'other-edges.csv': edge('paperId:string'),
} as const satisfies Record<string, readonly CsvColumn[]>;
type FileName = keyof typeof FILES;

const NODES = [
  ['Paper', 'papers.csv', 'paper-edges.csv'],
  ['Entity', 'entities.csv', 'other-edges.csv'],
  ['Result', 'results.csv', 'other-edges.csv'],
] as const;

export interface AdminCsvOptions {
  /** How far which ledger is told in this graph, so that the new store need not be told again. */
  readonly ledger?: { readonly id: string; readonly seq: number };
  /** Put before every label, as PAPERLOOM_LABEL_PREFIX of the new store. */
  readonly labelPrefix?: string;
  readonly database?: string;
}

export interface AdminCsv {
  readonly files: readonly string[];
  readonly nodes: number;
  readonly edges: number;
  /** The exact command, for a stopped server: the files are named in full. */
  readonly command: string;
  /** The same without the shell's quotes, behind `neo4j-admin`. */
  readonly args: readonly string[];
}

/** Writes into `folder`, which is made when missing. Nothing may write to the store meanwhile. */
export async function writeAdminCsv(store: GraphStore, folder: string, options: AdminCsvOptions = {}): Promise<AdminCsv> {
  mkdirSync(folder, { recursive: true });
  const writer = new CsvFiles(folder);
  const prefix = options.labelPrefix ?? '';
  const withLabels = (labels: readonly string[]): string[] => labels.map((label) => prefix + label);
  for (const [label, nodeFile, edgeFile] of NODES) {
    for (let after = ''; ; ) {
      const page = (await store.run('node-ids-page', { label, after, limit: PAGE_IDS })).map((row) => row.id);
      for (let i = 0; i < page.length; i += PAGE_ROWS) {
        const ids = page.slice(i, i + PAGE_ROWS);
        for (const row of await store.run('nodes-by-ids', { label, ids }))
          await writer.write(nodeFile, { ...row.properties, labels: withLabels(row.labels) });
        for (const { from, to, type, properties } of await store.run('edges-from-ids', { label, ids })) {
          // A result hangs on its paper by an edge without evidence.
          if (to !== null) await writer.write(type === 'REPORTS' ? 'other-edges.csv' : edgeFile, { ...properties, from, to, type });
        }
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE_IDS) break;
      after = last;
    }
  }
  const counted = { nodes: writer.nodes, edges: writer.edges };
  const meta = { labels: withLabels(['PaperloomMeta']) };
  for (const { json } of await store.run('stats-kept', {}))
    if (json !== null) await writer.write('meta.csv', { ...meta, id: 'stats:2', kind: 'stats', changes: 1, json });
  // The schema version stays out: on the new database no index exists yet.
  if (options.ledger)
    await writer.write('meta.csv', { ...meta, id: `ledger:${options.ledger.id}`, kind: 'ledger', seq: options.ledger.seq });
  await writer.close();
  const args = argumentsFor(writer.paths, options.database ?? 'neo4j');
  return { ...counted, files: writer.paths, args, command: `neo4j-admin${args.map(commandPart).join('')}` };
}

function argumentsFor(paths: readonly string[], database: string): string[] {
  const code = LIST_SEPARATOR.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  const inputs = paths.map((path) => `--${path.endsWith('edges.csv') ? 'relationships' : 'nodes'}=${path}`);
  return [
    'database',
    'import',
    'full',
    ...inputs,
    `--array-delimiter=U+${code}`,
    '--multiline-fields=true',
    '--overwrite-destination',
    database,
  ];
}

/** Options on lines of their own. */
function commandPart(word: string): string {
  const [, option = '', value = word] = /^(--[\w-]+=)(.*)$/s.exec(word) ?? [];
  return `${word.startsWith('--') ? ' \\\n  ' : ' '}${option}${shellWord(value)}`;
}

const shellWord = (word: string): string => (/^[\w./=+:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);

class CsvFiles {
  nodes = 0;
  edges = 0;
  readonly #streams: ReadonlyMap<FileName, WriteStream>;
  readonly paths: readonly string[];
  #failure: Error | null = null;

  constructor(folder: string) {
    const names = Object.keys(FILES) as FileName[];
    this.paths = names.map((name) => resolve(join(folder, name)));
    this.#streams = new Map(names.map((name) => [name, createWriteStream(join(folder, name))]));
    for (const [name, stream] of this.#streams) {
      // A full disk: heard of by the next write or by `close`.
      stream.on('error', (error) => {
        this.#failure ??= error;
      });
      stream.write(csvHeader(FILES[name]));
    }
  }

  async write(name: FileName, row: Readonly<Record<string, unknown>>): Promise<void> {
    if (name.endsWith('edges.csv')) this.edges++;
    else this.nodes++;
    const stream = this.#streams.get(name);
    if (this.#failure) throw this.#failure;
    if (stream && !stream.write(csvLine(FILES[name], row))) await once(stream, 'drain');
  }

  async close(): Promise<void> {
    for (const stream of this.#streams.values()) {
      stream.end();
      await finished(stream);
    }
  }
}
