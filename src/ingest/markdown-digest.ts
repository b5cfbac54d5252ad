// Any other Markdown digest: a heading, a table row or a list item a paper. Which of the three is found by where the
// links to papers stand: the unit that holds most of them one by one is the paper's unit.
import type { Diagnostic } from '../shared/diagnostics.ts';
import type { PaperText } from '../shared/paper.ts';
import type { ReadPapers, SourceText } from './format.ts';
import { detectLang, findDate, findWeekEnd, paperId, paperLink } from './paper-facts.ts';
import { lineColumn } from './source-text.ts';

interface Unit {
  readonly start: number;
  readonly text: string;
  /** The nearest heading above, for its date. */
  readonly above: string;
}

const HEADING = /^(#{1,6})[ \t]+(.+?)[ \t]*#*$/gm;
const ORIGINAL_TITLE =
  /^[-*\s]*\*{0,2}(?:原文标题|英文标题|论文标题|title)[ \t]*(?:[:：][ \t]*\*{0,2}|\*{2}[ \t]*[:：])[ \t]*([^\n]+(?:\n[ \t]+\S[^\n]*)*)/im;
const LINK_LINE = /^.*(?:论文链接|链接|paper link|arxiv|pdf)\*{0,2}[ \t]*[:：].*https?:.*$/gim;
const LINK_TAIL = /\|?[ \t]*(?:\[[^\]]{1,30}\]\(https?:[^)]*\)[ \t]*[,|·]?[ \t]*)+\|?[ \t]*$/;

export function readMarkdownDigest(input: SourceText): ReadPapers {
  const { source, text } = input;
  const units = bestUnits(text);
  const diagnostics: Diagnostic[] = [];
  const papers: PaperText[] = [];
  const digestDate = findDate(text.slice(0, 600)) || findDate(source.split(/[\\/]/).at(-1) ?? '') || findWeekEnd(text.slice(0, 600));
  const seen = new Set<string>();
  for (const unit of units) {
    const place = lineColumn(text, unit.start);
    const link = paperLink(unit.text) ?? { url: /https?:\/\/[^\s)\]|]+/.exec(unit.text)?.[0] ?? '', id: '' };
    const date = findDate(unit.above) || findWeekEnd(unit.above) || digestDate;
    const title = titleOf(unit.text);
    const body = bodyOf(unit.text);
    if (!title || !body) {
      diagnostics.push({
        severity: 'warning',
        code: 'ingest/no-text',
        source,
        line: place.line,
        message: `an entry has no ${title ? 'text' : 'title'} and is left out${title ? `: "${title}"` : ''}`,
      });
      continue;
    }
    const id = paperId({ id: link.id, url: link.url, title, date });
    if (seen.has(id)) {
      diagnostics.push({
        severity: 'warning',
        code: 'ingest/duplicate',
        source,
        line: place.line,
        message: `paper ${id} stands in this file before; the first one is kept`,
      });
      continue;
    }
    seen.add(id);
    papers.push({ id, title, date, url: link.url, lang: detectLang(body), text: body });
  }
  if (papers.length === 0)
    diagnostics.push({
      severity: 'error',
      code: 'ingest/no-papers',
      source,
      line: 1,
      message: 'no paper found',
      hint: 'a digest needs a heading, table row or list item a paper',
    });
  return { papers, diagnostics };
}

function bestUnits(text: string): Unit[] {
  const candidates = [tableRows(text), ...headingSections(text), listItems(text)];
  let best: Unit[] = [];
  let bestScore = 0;
  for (const units of candidates) {
    const linked = units.filter((unit) => countLinks(unit.text) === 1);
    if (linked.length > bestScore) {
      best = linked;
      bestScore = linked.length;
    }
  }
  // No links at all: the whole text is one paper's notes.
  return bestScore > 0 ? best : text.trim() ? [{ start: 0, text, above: '' }] : [];
}

function countLinks(text: string): number {
  const ids = new Set<string>();
  for (const hit of text.matchAll(/https?:\/\/[^\s)\]|]+/g)) {
    const link = paperLink(hit[0]);
    if (link) ids.add(link.id);
  }
  // Papers that are elsewhere than on arXiv still have their "Paper" link.
  return ids.size > 0 ? ids.size : /\[(?:paper|论文|pdf)\]\(https?:/i.test(text) ? 1 : 0;
}

function headingsOf(text: string): { level: number; start: number; title: string; end: number }[] {
  return [...text.matchAll(HEADING)].map((h) => ({
    level: h[1]?.length ?? 1,
    start: h.index,
    title: h[2] ?? '',
    end: h.index + h[0].length,
  }));
}

/** One list of units for each heading level that occurs. */
function headingSections(text: string): Unit[][] {
  const heads = headingsOf(text);
  return [...new Set(heads.map((h) => h.level))].map((level) => {
    const units: Unit[] = [];
    for (const [i, head] of heads.entries()) {
      if (head.level !== level) continue;
      const next = heads.slice(i + 1).find((h) => h.level <= level);
      const above = heads.slice(0, i).findLast((h) => h.level < level);
      units.push({ start: head.start, text: text.slice(head.start, next?.start ?? text.length), above: above?.title ?? '' });
    }
    return units;
  });
}

function tableRows(text: string): Unit[] {
  return lines(text).filter((u) => /^\s*\|.*\|\s*$/.test(u.text) && !/^\s*\|[\s:|-]+\|\s*$/.test(u.text));
}

function listItems(text: string): Unit[] {
  const all = lines(text);
  const units: Unit[] = [];
  for (const [i, line] of all.entries()) {
    if (!/^(?:[-*+]|\d+[.)、])[ \t]/.test(line.text)) continue;
    let end = i + 1;
    while (end < all.length && /^(?:[ \t]+\S|\s*$)/.test(all[end]?.text ?? '#')) end++;
    const body = all
      .slice(i, end)
      .map((u) => u.text)
      .join('\n');
    units.push({ ...line, text: body.trimEnd() });
  }
  return units;
}

function lines(text: string): Unit[] {
  const heads = headingsOf(text);
  const units: Unit[] = [];
  let start = 0;
  let h = 0;
  for (const line of text.split('\n')) {
    while (h + 1 < heads.length && (heads[h + 1]?.start ?? 0) <= start) h++;
    const head = heads[h];
    units.push({ start, text: line, above: head && head.start <= start ? head.title : '' });
    start += line.length + 1;
  }
  return units;
}

function titleOf(unit: string): string {
  const original = ORIGINAL_TITLE.exec(unit)?.[1];
  const first = unit.split('\n').find((l) => l.trim()) ?? '';
  const bold = /\*\*(.+?)\*\*/.exec(first)?.[1];
  const linked = /\[([^\]]{8,})\]\(https?:/.exec(first)?.[1];
  const heading = /^#{1,6}[ \t]+(.+)$/.exec(first)?.[1];
  const raw = original ?? heading ?? bold ?? linked ?? first;
  return raw
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[\s#|*\-+]*(?:\d+[.)、][ \t]*)?/, '')
    .replace(/[*`]|<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
}

/** Table cells lose their bars and trailing links; the rest stays as written, so that quotes are the digest's own words. */
function bodyOf(unit: string): string {
  const isRow = /^\s*\|/.test(unit);
  const text = isRow
    ? unit
        .trim()
        .replace(/^\|\s*(?:\d+[.)]\s*)?/, '')
        .replace(LINK_TAIL, '')
        .replace(/\s*<br\s*\/?>\s*/gi, '\n')
    : unit.replace(LINK_LINE, '');
  return text.replace(/^\s*-{3,}\s*$/gm, '').trim();
}
