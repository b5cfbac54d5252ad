// Large answers that stay the same for as long as the graph does: written as JSON and compressed once, then sent as they are.
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';

const compress = promisify(gzip);
interface Kept {
  readonly json: Buffer;
  readonly compressed: Promise<Buffer>;
}
const keptOf = new WeakMap<object, Kept>();

/** `key` is what the body is made of and lives as long as it; the same key must mean the same body. */
export async function sendKept(req: Request, res: Response, key: object, body: object = key): Promise<void> {
  let kept = keptOf.get(key);
  if (!kept) {
    const json = Buffer.from(JSON.stringify(body));
    kept = { json, compressed: compress(json) };
    keptOf.set(key, kept);
  }
  res.type('json').vary('Accept-Encoding');
  if (req.acceptsEncodings('gzip', 'identity') === 'gzip') res.setHeader('Content-Encoding', 'gzip').send(await kept.compressed);
  else res.send(kept.json);
}
