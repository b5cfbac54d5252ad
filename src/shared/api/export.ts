// GET /api/export/:format: the whole graph as one download, streamed.
import { z } from 'zod';

/** What one file of the format is called and declared as. */
export const EXPORT_FORMATS = {
  'csv-nodes': { extension: 'csv', media: 'text/csv; charset=utf-8' },
  'csv-edges': { extension: 'csv', media: 'text/csv; charset=utf-8' },
  jsonl: { extension: 'jsonl', media: 'application/x-ndjson; charset=utf-8' },
  graphml: { extension: 'graphml', media: 'application/graphml+xml; charset=utf-8' },
  gexf: { extension: 'gexf', media: 'application/gexf+xml; charset=utf-8' },
  cypher: { extension: 'cypher', media: 'text/plain; charset=utf-8' },
  bibtex: { extension: 'bib', media: 'application/x-bibtex; charset=utf-8' },
  'parquet-nodes': { extension: 'parquet', media: 'application/vnd.apache.parquet' },
  'parquet-edges': { extension: 'parquet', media: 'application/vnd.apache.parquet' },
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;
export const EXPORT_FORMAT_NAMES = Object.keys(EXPORT_FORMATS) as [ExportFormat, ...ExportFormat[]];
export const exportFormatSchema = z.enum(EXPORT_FORMAT_NAMES);
