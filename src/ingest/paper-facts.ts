// The small facts every format needs: a paper's id, a digest's date, a text's language.
import type { Lang } from '../shared/ontology.ts';

const ARXIV_ID = /(?<![\d.])(\d{4}\.\d{4,5})(?:v\d+)?(?![\d.])/;
const OLD_ARXIV_ID = /\b([a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?\b/;
const PAPER_LINK =
  /https?:\/\/(?:www\.)?(?:arxiv\.org\/(?:abs|pdf|html)\/|alphaxiv\.org\/abs\/|huggingface\.co\/papers\/|hf\.co\/papers\/)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?/;

/** The arXiv id of a link or an id, without version; null when there is none. */
export function arxivId(text: string): string | null {
  return PAPER_LINK.exec(text)?.[1] ?? ARXIV_ID.exec(text)?.[1] ?? OLD_ARXIV_ID.exec(text)?.[1] ?? null;
}

/** First link to a paper's page in a text. */
export function paperLink(text: string): { readonly url: string; readonly id: string } | null {
  const hit = PAPER_LINK.exec(text);
  return hit?.[1] ? { url: hit[0], id: hit[1] } : null;
}

/** arXiv id, else a hash of the URL, else of title and date. */
export function paperId(facts: { readonly id?: string; readonly url: string; readonly title: string; readonly date: string }): string {
  const arxiv = arxivId(facts.id ?? '') ?? arxivId(facts.url);
  if (arxiv) return arxiv;
  if (facts.id) return facts.id.trim();
  return facts.url ? `u-${stableHash(facts.url)}` : `t-${stableHash(`${facts.title}|${facts.date}`)}`;
}

/** 53-bit string hash (cyrb53 by bryc, public domain), hexadecimal. Names only; nothing relies on its strength. */
export function stableHash(text: string): string {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ c, 2654435761);
    h2 = Math.imul(h2 ^ c, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return ((h2 >>> 0).toString(16).padStart(8, '0') + (h1 >>> 0).toString(16).padStart(8, '0')).slice(-14);
}

/** YYYY-MM-DD of the first date in the text ("2026-02-14", "2026/2/14", "2026年2月14日"); empty when there is none. */
export function findDate(text: string): string {
  const hit = /(?<!\d)(20\d\d)[-/.年](0?[1-9]|1[0-2])[-/.月](0?[1-9]|[12]\d|3[01])(?!\d)/.exec(text);
  return hit ? `${hit[1]}-${hit[2]?.padStart(2, '0')}-${hit[3]?.padStart(2, '0')}` : '';
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** The last day of a written week, "(December 22 - December 28) - 2025" or "Dec 22-28, 2025"; empty when there is none. */
export function findWeekEnd(text: string): string {
  const hit = /\b([A-Z][a-z]{2,8})\.? \d{1,2}\s*[-–—]\s*(?:([A-Z][a-z]{2,8})\.? )?(\d{1,2})\b[^\d]{0,12}(20\d\d)/.exec(text);
  if (!hit) return '';
  const name = (hit[2] ?? hit[1] ?? '').toLowerCase();
  const month = MONTHS.findIndex((m) => m.startsWith(name.slice(0, 3)));
  return month < 0 ? '' : `${hit[4]}-${String(month + 1).padStart(2, '0')}-${String(hit[3]).padStart(2, '0')}`;
}

/** Chinese when more than one letter in ten is Han: a Chinese text about models is full of Latin names. */
export function detectLang(text: string): Lang {
  let han = 0;
  let letters = 0;
  const sample = text.length > 20_000 ? text.slice(0, 20_000) : text;
  for (const c of sample) {
    const code = c.codePointAt(0) ?? 0;
    if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) letters++;
  }
  return han * 9 > letters ? 'zh' : 'en';
}

/** Abstracts come hard-wrapped: single line breaks are spaces, empty lines stay. */
export function unwrap(text: string): string {
  return text
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').replace(/[ \t]{2,}/g, ' '))
    .join('\n\n');
}
