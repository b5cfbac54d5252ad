// Markdown tables: which column holds the metric, the benchmark, the baseline, the paper's own value and the gain, by the
// words of the header, else by what the cells look like; then one number a cell.
import type { Segments } from '../stages/segment-text.ts';
import { metricName } from './metrics.ts';
import type { Pair } from './pairs.ts';
import type { Target } from './places.ts';
import { type NumberAt, readNumbers } from './read-numbers.ts';

export type ColumnRole = 'metric' | 'benchmark' | 'subject' | 'baseline' | 'ours' | 'gain' | 'value';

export interface Cell {
  readonly start: number;
  readonly end: number;
}
export interface TablePair extends Pair {
  readonly row: Cell;
  /** The words that name who reached the value. */
  readonly subject: string | null;
  readonly role: ColumnRole;
  readonly metricWords: string | null;
}

const HEADER: readonly (readonly [ColumnRole, RegExp])[] = [
  ['gain', /提升|增益|变化|差异|gain|improv|delta|Δ|diff/i],
  ['metric', /指标|度量|metric|measure/i],
  ['benchmark', /测试集|数据集|基准(?!线)|任务|评测|场景|bench|data ?set|task|test|domain|environment/i],
  ['baseline', /基线|对比|之前|原始|baseline|previous|prior|before|base/i],
  ['ours', /本文|我们|所提|ours?\b|proposed|after|this work/i],
  ['subject', /模型|方法|系统|配置|设置|model|method|system|approach|agent|variant|setting/i],
  ['value', /结果|得分|分数|数值|值|score|result|value|accuracy|rate/i],
];
const RULE_ROW = /^[|\s:-]{3,400}$/;
const MAX_ROWS = 400;

/** Cells of a row by offsets, or null when the line is no row. */
export function cellsOf(text: string, start: number, end: number): Cell[] | null {
  let from = start;
  while (from < end && /[\s>]/.test(text.charAt(from))) from++;
  if (text.charAt(from) !== '|' || end - from > 2000) return null;
  const cells: Cell[] = [];
  let at = from + 1;
  for (let i = from + 1; i <= end; i++) {
    if (i < end && text.charAt(i) !== '|') continue;
    if (i < end || text.slice(at, i).trim()) cells.push(trimmed(text, at, i));
    at = i + 1;
  }
  return cells.length >= 2 ? cells : null;
}

function trimmed(text: string, start: number, end: number): Cell {
  let [s, e] = [start, end];
  while (s < e && /[\s*_`]/.test(text.charAt(s))) s++;
  while (e > s && /[\s*_`]/.test(text.charAt(e - 1))) e--;
  return { start: s, end: e };
}

export function readTables(
  text: string,
  lang: string,
  _segments: Segments,
  targetAt: (cell: Cell) => Target | null,
  into: TablePair[][],
): Cell[] {
  const lines: Cell[] = [];
  if (!text.includes('|')) return lines;
  let header: readonly Cell[] | null = null;
  let roles: readonly ColumnRole[] | null = null;
  let previous: readonly Cell[] | null = null;
  let start = 0;
  while (start <= text.length && lines.length < MAX_ROWS) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const cells = end > start ? cellsOf(text, start, end) : null;
    if (!cells) {
      header = null;
      roles = null;
      previous = null;
    } else {
      lines.push({ start, end });
      if (RULE_ROW.test(text.slice(start, end))) {
        header = previous;
        roles = header ? header.map((c, i) => roleOf(text.slice(c.start, c.end), i, targetAt(c))) : null;
      } else if (roles || cells.length >= 4) {
        const own = roles ?? guessRoles(text, cells);
        if (own) readRow(text, lang, cells, header, own, targetAt, trimmed(text, start, end), into);
      }
      previous = cells;
    }
    if (newline < 0) break;
    start = newline + 1;
  }
  return lines;
}

function roleOf(words: string, column: number, target: Target | null): ColumnRole {
  for (const [role, pattern] of HEADER)
    if (
      pattern.test(words) &&
      !(role === 'benchmark' && target && column > 0 && !/测试集|数据集|基准|任务|bench|dataset|task/i.test(words))
    )
      return role;
  return column === 0 ? 'subject' : 'value';
}

/** Without a header: a signed last cell is the gain, the two before it baseline and own value. */
function guessRoles(text: string, cells: readonly Cell[]): ColumnRole[] | null {
  const last = cells.at(-1);
  if (cells.length !== 5 || !last || !/^(?:[+\-−]\s?\d|N\/A|—|-$)/.test(text.slice(last.start, last.end))) return null;
  return ['metric', 'benchmark', 'baseline', 'ours', 'gain'];
}

function readRow(
  text: string,
  lang: string,
  cells: readonly Cell[],
  header: readonly Cell[] | null,
  roles: readonly ColumnRole[],
  targetAt: (cell: Cell) => Target | null,
  row: Cell,
  into: TablePair[][],
): void {
  const cellOf = (role: ColumnRole): Cell | undefined => cells[roles.indexOf(role)];
  const benchmarkCell = cellOf('benchmark');
  const metricCell = cellOf('metric');
  const subjectCell = cellOf('subject');
  const words = (cell: Cell | undefined): string | null => (cell && cell.end > cell.start ? text.slice(cell.start, cell.end) : null);
  for (const [i, cell] of cells.entries()) {
    const role = roles[i];
    if (!role || role === 'metric' || role === 'benchmark' || role === 'subject') continue;
    const number = lastNumber(text, cell);
    if (!number) continue;
    const head = header?.[i];
    const columnTarget = head ? targetAt(head) : null;
    const rowTarget = benchmarkCell ? (targetAt(benchmarkCell) ?? namedBy(text, benchmarkCell)) : null;
    const target = rowTarget ?? columnTarget ?? (subjectCell ? targetAt(subjectCell) : null);
    if (!target) continue;
    const metricWords = words(metricCell) ?? (role === 'value' && !columnTarget ? words(head) : null);
    const signs = [
      `table:${role}`,
      `table:${rowTarget ? 'row' : 'column'}`,
      `trust:table:${target.trust}`,
      `table:unit:${number.unit ?? 'bare'}`,
      `lang:${lang}`,
      `table:cells:${Math.min(6, cells.length)}`,
      ...(role === 'gain' && !number.signed ? ['table:unsigned'] : []),
    ];
    const own =
      words({ start: cell.start, end: number.start })
        ?.replace(/[\s:：(（约*~≈]+$/u, '')
        .trim() ?? '';
    const subject = /\p{L}/u.test(own) ? own : role === 'value' ? words(subjectCell) : null;
    into.push([
      {
        number,
        target,
        metric: null,
        kind: role === 'gain' ? 'improvement' : 'absolute',
        signs,
        row,
        subject,
        role,
        metricWords:
          metricWords === null
            ? null
            : metricName(metricWords.replace(/\s?[(（](?:%|dB|ms|s|↑|↓|[A-Z]{0,3}↑)[)）]/g, '').replace(/[↑↓]/g, '')),
      },
    ]);
  }
}

/** A cell of the benchmark column names one, known or not. */
function namedBy(text: string, cell: Cell): Target | null {
  const name = text.slice(cell.start, cell.end);
  return /\p{L}/u.test(name) && !/^(?:N\/A|无|—|-+|未说明)$/.test(name) && name.length <= 60
    ? { ...cell, id: null, name, trust: 'headed' }
    : null;
}

function lastNumber(text: string, cell: Cell): NumberAt | null {
  const numbers = readNumbers(text, cell.start, cell.end);
  const first = numbers[0];
  return first && first.start - cell.start <= 1 ? first : (numbers.at(-1) ?? null);
}
