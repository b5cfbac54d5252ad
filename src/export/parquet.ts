// Parquet of all nodes or all edges, for DuckDB, pandas, Polars. Rows are written in groups as they come; lists are JSON columns.
import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { GraphStore } from '../store/graph-store.ts';
import { type Column, EDGE_COLUMNS, NODE_COLUMNS } from './columns.ts';
import { readEdgePages, readNodePages } from './read-graph.ts';

const ROWS_PER_GROUP = 10_000;

export const parquetNodes = (store: GraphStore): AsyncGenerator<Uint8Array> => toParquet(NODE_COLUMNS, readNodePages(store));
export const parquetEdges = (store: GraphStore): AsyncGenerator<Uint8Array> => toParquet(EDGE_COLUMNS, readEdgePages(store));

async function* toParquet<T>(columns: readonly Column<T>[], pages: AsyncIterable<readonly T[]>): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: toColumns(columns, []) });
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'Paperloom' });
  let rows: T[] = [];
  for await (const page of pages) {
    rows.push(...page);
    if (rows.length < ROWS_PER_GROUP) continue;
    await writer.write({ columnData: toColumns(columns, rows), rowGroupSize: ROWS_PER_GROUP * 2 });
    rows = [];
    yield take(bytes);
  }
  if (rows.length > 0) await writer.write({ columnData: toColumns(columns, rows), rowGroupSize: ROWS_PER_GROUP * 2 });
  await writer.finish();
  yield take(bytes);
}

function toColumns<T>(columns: readonly Column<T>[], rows: readonly T[]): ColumnSource[] {
  return columns.map(({ name, type, isRequired, of }) => ({
    name,
    type: type === 'number' ? 'DOUBLE' : type === 'strings' ? 'JSON' : 'STRING',
    nullable: !isRequired,
    // The places of pages and rows inside groups, which few readers use, would be kept until the end.
    offsetIndex: false,
    data: rows.map((row) => of(row) ?? null),
  }));
}

/** What was written since, out of the writer's buffer, which then begins anew; `offset` goes on counting. */
function take(bytes: ByteWriter): Uint8Array {
  const taken = new Uint8Array(bytes.buffer, 0, bytes.index).slice();
  bytes.index = 0;
  return taken;
}
