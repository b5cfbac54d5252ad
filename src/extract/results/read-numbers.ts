// Numbers of a sentence that may report a result: value as written with its unit, range or total, and what stands around
// it. Years, versions, sizes, places in a list and references to figures are left out. Every pattern reads a bounded
// window from a digit on, so the cost is linear in the text.
import { isDigit, isWord } from '../characters.ts';

export interface NumberAt {
  readonly start: number;
  readonly end: number;
  /** As written, with sign, unit and range. */
  readonly value: string;
  readonly number: number | null;
  readonly unit: string | null;
  /** "3 to 20", "7 of 8": more than one figure in one value. */
  readonly shape: 'single' | 'range' | 'total';
  readonly decimals: number;
  readonly signed: boolean;
  /** Old value of "from A to B". */
  readonly from: boolean;
  /** New value of "from A to B". */
  readonly to: boolean;
}

export const MAX_NUMBERS = 60;
const FIGURE = /\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,6})?|\d{1,7}(?:\.\d{1,6})?/y;
const UNIT =
  /\s?(?:\\?%|％|‰|percentage[ -]points?|percent(?![a-z])|points?(?![a-z])|pts(?![a-z])|pp(?![a-z])|个?百分点|个点|点(?!云|击)|分(?![钟类割布析之别层辨为子])|倍|times(?![a-z])|[x×X](?![\w×])|-?fold(?![a-z])|dB(?![a-zA-Z])|分贝|ms(?![a-z])|毫秒|FPS(?![a-z])|fps(?![a-z]))/y;
const RANGE = /\s?(?:-|–|—|~|～|∼|to|至|到)\s?[+-]?(?=\d)/y;
const TOTAL = /\s?(?:out of|of|\/)\s?(?:the\s)?(?=\d)/y;
const NAMES: Readonly<Record<string, string>> = {
  '\\%': '%',
  '％': '%',
  percent: '%',
  个百分点: 'points',
  百分点: 'points',
  'percentage points': 'points',
  'percentage point': 'points',
  point: 'points',
  pts: 'points',
  pp: 'points',
  个点: 'points',
  点: 'points',
  倍: 'x',
  times: 'x',
  '×': 'x',
  X: 'x',
  fold: 'x',
  '-fold': 'x',
  分贝: 'dB',
  毫秒: 'ms',
  fps: 'FPS',
  分: 'points',
};

const NOT_BEFORE =
  /(?:§\s?|第\s?|[图表]\s?|版本\s?|评分\s?[:：]\s?|原始\s?[:：]\s?|arxiv[:.\w/]{0,9}|papers\/|abs\/|\bID:\**\s?|\b(?:fig(?:ure)?|table|tab|section|sec|stage|phase|step|appendix|version|chapter|top|eq)\.?\s?-?|[#￥¥@^_])$/i;
/** A letter right after the figure makes it a size or a name: 7B, 3D, 16k. */
const SIZE_AFTER =
  /^\s?(?:[BKMGT](?![\w])|[km](?![\w])|bits?\b|bytes?\b|[KMGT]i?B\b|亿|万|千|px\b|Hz|kHz|年|月|日|岁|D\b|-?(?:bit|shot|way|dim|step|layer|hop|turn|class|point|hour|day|month|year|stage|query|case|language|task)\b)/;

export function readNumbers(text: string, from: number, to: number): NumberAt[] {
  const found: NumberAt[] = [];
  let i = from;
  while (i < to && found.length < MAX_NUMBERS) {
    if (!isDigit(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const read = readAt(text, i, from, to);
    if (read) found.push(read);
    i = read ? read.end : endOfRun(text, i, to);
  }
  return found;
}

function readAt(text: string, at: number, from: number, to: number): NumberAt | null {
  const before = text.charAt(at - 1);
  if (at > from && (isWord(text.charCodeAt(at - 1)) || before === '.' || before === ',')) return null;
  const sign =
    at > from && /[+\-−–]/.test(before) && !(at - 1 > from && (isWord(text.charCodeAt(at - 2)) || /[)\]%]/.test(text.charAt(at - 2))));
  if (at > from && /[-−–_/]/.test(before) && !sign) return null;
  const start = sign ? at - 1 : at;
  if (NOT_BEFORE.test(text.slice(Math.max(from, start - 12), start))) return null;
  const figure = stick(FIGURE, text, at, to);
  if (!figure) return null;
  // A dollar sign is money, unless it opens a formula.
  if (text.charAt(start - 1) === '$' && !/^\s?[^$\n]{0,12}\$/.test(text.slice(at + figure.length, at + figure.length + 14))) return null;
  let end = at + figure.length;
  let unit = stick(UNIT, text, end, to);
  end += unit?.length ?? 0;
  let shape: NumberAt['shape'] = 'single';
  const fromTo = /(?:从|由|自|from)\s?(?:约|about\s|around\s)?[*(]{0,2}$/i.test(text.slice(Math.max(from, start - 14), start));
  const range = fromTo ? null : stick(RANGE, text, end, to);
  const total = range || unit ? null : stick(TOTAL, text, end, to);
  const join = range ?? total;
  if (join) {
    const second = stick(FIGURE, text, end + join.length, to);
    if (second) {
      const secondEnd = end + join.length + second.length;
      const secondUnit = stick(UNIT, text, secondEnd, to);
      shape = range ? 'range' : 'total';
      unit = secondUnit ?? unit;
      end = secondEnd + (secondUnit?.length ?? 0);
    }
  }
  const after = text.slice(end, Math.min(to, end + 10));
  if (/^[.]\d|^[A-Za-z_]/.test(after) || (!unit && SIZE_AFTER.test(after)) || (/^\s?[、)）.]\s/.test(after) && at - from < 2)) return null;
  if (!unit && shape === 'single' && /^(?:19|20)\d\d$/.test(figure)) return null;
  if (/^\d{4}\.\d{5}$/.test(figure)) return null;
  if (shape === 'range' && /^(?:19|20)\d\d$/.test(figure) && !unit) return null;
  if (/^[×x*]\d/.test(after) || (unit && /^\d/.test(after))) return null;
  const written = unit?.trim() ?? null;
  return {
    start,
    end,
    value: text.slice(start, end).trim(),
    number: toNumber((sign ? before : '') + figure),
    unit: written === null ? null : (NAMES[written] ?? written),
    shape,
    decimals: figure.includes('.') ? figure.length - figure.indexOf('.') - 1 : 0,
    signed: sign,
    from: fromTo,
    to:
      /(?:提升|提高|增加|增|升|改善|降低|降|减少|下降|缩短|跌|(?<!up )\bto|\s→|->|至|到)(?:至|到|为)?\s?(?:约|about\s)?[*(]{0,2}$/.test(
        text.slice(Math.max(from, start - 12), start),
      ) && /\d[%％\\]{0,2}[^。.]{0,24}$/.test(text.slice(Math.max(from, start - 34), start)),
  };
}

function stick(pattern: RegExp, text: string, at: number, to: number): string | null {
  pattern.lastIndex = at;
  const hit = pattern.exec(text)?.[0] ?? null;
  return hit !== null && at + hit.length <= to ? hit : null;
}

function endOfRun(text: string, at: number, to: number): number {
  let i = at + 1;
  while (i < to && (isDigit(text.charCodeAt(i)) || ((text.charAt(i) === '.' || text.charAt(i) === ',') && isDigit(text.charCodeAt(i + 1)))))
    i++;
  return i;
}

export function toNumber(figure: string): number | null {
  const number = Number(figure.replace(/,/g, '').replace(/[−–]/, '-').replace(/^\+/, ''));
  return Number.isFinite(number) ? number : null;
}
