// What makes a paper's text the same text: everything a digest says about it, metadata included.
import { createHash } from 'node:crypto';
import type { PaperText } from '../shared/paper.ts';

/** 32 hexadecimal digits over text and metadata, independent of key order. */
export function paperHash(paper: PaperText): string {
  const { id, title, date, publishedAt, url, lang, text, keywords, categories } = paper;
  const canonical = JSON.stringify([id, title, date, publishedAt ?? null, url, lang, text, keywords ?? [], categories ?? []]);
  return createHash('sha256').update(canonical).digest('hex').slice(0, 32);
}
