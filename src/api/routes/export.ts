// GET /api/export/:format: the whole graph as a download, streamed; a client that reads slowly slows the reading of the store.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { openExport } from '../../export/open-export.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/api/export.ts';
import { AppError } from '../../shared/errors.ts';
import type { ApiDeps } from '../deps.ts';

/** Each reads the whole graph. */
const AT_ONCE = 4;
const GONE = new Set<unknown>(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']);

export function exportRoutes({ workspace }: ApiDeps): Router {
  const router = Router();
  let running = 0;

  router.get('/export/:format', async (req, res) => {
    const { format } = req.params;
    if (!Object.hasOwn(EXPORT_FORMATS, format))
      throw new AppError('not_found', `export format ${format}; there are ${Object.keys(EXPORT_FORMATS).join(', ')}`);
    if (running >= AT_ONCE) throw new AppError('rate_limited', `at most ${AT_ONCE} exports at once`);
    running++;
    try {
      const { extension, media } = EXPORT_FORMATS[format as ExportFormat];
      const chunks = openExport(format as ExportFormat, workspace.store);
      // What fails before the first byte is still an error of ours.
      const first = await chunks.next();
      res.setHeader('Content-Type', media);
      const part = /^(?:csv|parquet)-(\w+)$/.exec(format)?.[1];
      res.setHeader('Content-Disposition', `attachment; filename="paperloom${part ? `-${part}` : ''}.${extension}"`);
      await pipeline(Readable.from(startingWith(first, chunks), { objectMode: true }), res);
    } catch (error) {
      // The client went away.
      if (!(error instanceof Error && 'code' in error && GONE.has(error.code))) throw error;
    } finally {
      running--;
    }
  });
  return router;
}

async function* startingWith<T>(first: IteratorResult<T, unknown>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
