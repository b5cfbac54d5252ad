// The daily report: a heading with the page sign per paper, its link, then sections in any heading style.
//
//   ## 📄 Title                    <- a paper starts
//   - **链接**: https://...         <- its link; the id stands in it
//   # Title 研究报告                <- some papers repeat the title, one level up: it belongs to the paper
//   1. **应用领域**： | ### 1. ... | ## 1. ...
import type { Diagnostic } from '../shared/diagnostics.ts';
import type { PaperText } from '../shared/paper.ts';
import type { ReadPapers, SourceText } from './format.ts';
import { detectLang, findDate, paperId } from './paper-facts.ts';
import { lineColumn } from './source-text.ts';

const PAPER_HEAD = /^#{1,3}[ \t]*📄[ \t]*(.*)$/gmu;
const LINK = /^[-*]?[ \t]*\*{0,2}(?:链接|link|url)\*{0,2}[ \t]*[:：][ \t]*(?:\[[^\]]*\]\()?(https?:\/\/[^\s)]+)/im;
const DATE = /^\*{0,2}(?:date|日期)\*{0,2}[ \t]*[:：][ \t]*(.+)$/im;
const FACT_LINE = /^[ \t]*[-*]?[ \t]*\*{0,2}(?:链接|link|url|阅读来源|来源|source)\*{0,2}[ \t]*[:：].*$/gim;
const RULE = /\n[ \t]*={10,}[ \t]*(?:\n|$)/;
const SECTION = /^(?:#{1,4}[ \t]*)?(?:\*\*)?\d[.、][ \t]*(?:\*\*)?\S+/gm;

export const isReportMarkdown = (text: string): boolean => text.search(PAPER_HEAD) >= 0;

export function readReportMarkdown({ source, text }: SourceText): ReadPapers {
  const heads = [...text.matchAll(PAPER_HEAD)];
  const preamble = text.slice(0, heads[0]?.index ?? text.length);
  const date = findDate(DATE.exec(preamble)?.[1] ?? '') || findDate(preamble) || findDate(source);
  const papers: PaperText[] = [];
  const diagnostics: Diagnostic[] = [];
  const sectionCounts: number[] = [];
  for (const [i, head] of heads.entries()) {
    const { line } = lineColumn(text, head.index);
    const title = (head[1] ?? '').trim();
    const block = text.slice(head.index + head[0].length, heads[i + 1]?.index ?? text.length);
    const url = LINK.exec(block)?.[1] ?? '';
    const body = block.split(RULE)[0]?.replace(FACT_LINE, '').trim() ?? '';
    if (!title)
      diagnostics.push({
        severity: 'error',
        code: 'ingest/no-title',
        source,
        line,
        message: 'a paper has no title',
        hint: 'write it after the page sign',
      });
    if (!url)
      diagnostics.push({
        severity: 'warning',
        code: 'ingest/no-link',
        source,
        line,
        message: `"${title}" has no link; its id is made from title and date`,
        hint: 'add a line "- **链接**: https://..."',
      });
    if (!body) {
      diagnostics.push({
        severity: 'error',
        code: 'ingest/no-text',
        source,
        line,
        message: `"${title}" has no text`,
        hint: 'the report may be cut off here',
      });
      continue;
    }
    sectionCounts.push(body.match(SECTION)?.length ?? 0);
    papers.push({ id: paperId({ url, title, date }), title, date, url, lang: detectLang(body), text: body });
  }
  const usual = Math.max(0, ...sectionCounts.slice(0, -1));
  const last = sectionCounts.at(-1) ?? 0;
  if (papers.length > 1 && last < usual && !/\n\s*$/.test(text))
    diagnostics.push({
      severity: 'error',
      code: 'ingest/truncated',
      source,
      line: lineColumn(text, text.length).line,
      message: `the report ends in the middle of "${papers.at(-1)?.title ?? ''}"; what is there is kept`,
      hint: 'fetch the report again',
    });
  if (papers.length === 0)
    diagnostics.push({
      severity: 'error',
      code: 'ingest/no-papers',
      source,
      line: 1,
      message: 'no paper found',
      hint: 'see the input formats in the README',
    });
  return { papers, diagnostics };
}
