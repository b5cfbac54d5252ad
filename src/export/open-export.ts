// A format's name to its stream. What a format is declared as stands in src/shared/api/export.ts.
import type { ExportFormat } from '../shared/api/export.ts';
import type { GraphStore } from '../store/graph-store.ts';
import { bibtex } from './bibtex.ts';
import { csvEdges, csvNodes } from './csv.ts';
import { cypherScript } from './cypher-script.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { jsonl } from './jsonl.ts';
import { parquetEdges, parquetNodes } from './parquet.ts';

const STREAMS: Readonly<Record<ExportFormat, (store: GraphStore) => AsyncGenerator<string | Uint8Array>>> = {
  'csv-nodes': csvNodes,
  'csv-edges': csvEdges,
  jsonl,
  graphml,
  gexf,
  cypher: cypherScript,
  bibtex,
  'parquet-nodes': parquetNodes,
  'parquet-edges': parquetEdges,
};

/** Chunks of about 500 nodes or edges, read from the store as they are asked for. */
export function openExport(format: ExportFormat, store: GraphStore): AsyncGenerator<string | Uint8Array> {
  return STREAMS[format](store);
}
