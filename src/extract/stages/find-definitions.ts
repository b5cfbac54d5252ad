// Where a text says that two forms are one thing, or presents a name: "全称 (缩写)", "Long Name (LN)", "名为 X 的框架",
// "we introduce X, a ...", bold and quoted heads, items of field and tag lines, and the title before its colon.
import { isInitialism } from '../../resolve/initials.ts';
import { isHan, isWord } from '../characters.ts';
import type { Span, SpanSet } from '../spans.ts';
import { wordEnd } from './find-names.ts';
import type { Segments } from './segment-text.ts';

const OPEN = /[(（]/;
/** Words that cannot stand inside a Chinese name's left part: where the name must have begun. */
const HAN_BREAK =
  /(?:提出了?|引入了?|采用了?|使用了?|利用了?|设计了?|构建了?|开发了?|推出了?|发布了?|结合了?|基于|通过|借助|包括|例如|以及|属于|名为|称为|一种|一个|一套|一款|首个|首次|新型|全新|针对|对于|关于|根据|作为|成为|形成|实现了?|解决了?|缓解了?|支持|面向|将|把|(?<![相针面反绝成])对(?![比齐抗话称偶数])|(?<![存潜内])在(?!线)|(?<!参)与|(?<!调)和|或|(?<!普)及|的|了|是|(?<![行作认])为|从|由|(?<![使应调利])用(?!户)|以|(?<!合)并(?![行发])|其|该|此|这|(?<![集其])中(?![间文心])|(?<![线在])上(?!下文|采样)|(?<!对)等|使(?!用)|让|(?<![方面导])向(?!量))/gu;
const MAX_LONG = 90;
/** What a Chinese bracket after a Latin name says when it is a remark and not the name's translation. */
const NO_GLOSS =
  /^(?:用于|评估|评测|测试|包含|由|在|对|为|是|含|按|以|仅|不|无|未|有|该|其|此|这|也|均|都|已|可|需|并|且|但|各|每|第|前|后|共|最|较|更|我们|本文|论文|作者)/u;
const MAX_GLOSS = 16;

export function findDefinitions(text: string, segments: Segments, spans: SpanSet): void {
  for (const sentence of segments.sentences) {
    for (let i = sentence.start; i < sentence.end; i++) if (OPEN.test(text.charAt(i))) pairAt(text, i, sentence.start, sentence.end, spans);
    const kind = segments.sections[sentence.section]?.kind;
    if (kind === 'field' || kind === 'tags') listItems(text, sentence.start, sentence.end, spans);
  }
  for (const match of text.matchAll(/\*\*([^*\n]{2,60})\*\*/g))
    addInner(text, match.index + 2, match.index + 2 + (match[1]?.length ?? 0), 'bold', spans);
  for (const match of text.matchAll(/(?<!\*)\*([^*\n]{3,50})\*(?!\*)/g))
    addInner(text, match.index + 1, match.index + 1 + (match[1]?.length ?? 0), 'quote', spans);
  for (const match of text.matchAll(/[“「『《"]([^“”「」『』《》"\n]{2,36})[”」』》"]/gu))
    addInner(text, match.index + 1, match.index + 1 + (match[1]?.length ?? 0), 'quote', spans);
  for (const match of text.matchAll(SHORT_COLON)) colonPair(text, match.index, match[1] ?? '', match.index + match[0].length, spans);
  for (const match of text.matchAll(NAMED)) {
    const at = match.index + match[0].length;
    const end = nameEnd(text, at);
    if (end > at) spans.add(at, end, 'definition');
  }
}

const NAMED =
  /(?:名为|称为|称之为|命名为|取名|简称|记作|(?:which )?we (?:call|term|name|dub)|called|named|dubbed|termed|coined|referred to as)[ \t]*(?:the |it |this |them )?[*“"'「`]{0,3}/giu;

/** "ACE: Attribution-Controlled Knowledge Editing for ...": a short form, a colon, and the words it stands for. */
const SHORT_COLON = /(?<![\w-])([A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*): (?=[A-Z])/g;
const MOST_WORDS = 8;

function colonPair(text: string, start: number, short: string, at: number, spans: SpanSet): void {
  if (short.length < 2 || short.length > 14) return;
  let end = at;
  for (let words = 1; words <= MOST_WORDS; words++) {
    end = wordEnd(text, end, text.length);
    // The fewest words that do it; one word is no long form.
    if (words > 1 && isInitialism(short, text.slice(at, end))) {
      spans.link(spans.add(start, start + short.length, 'pair'), spans.add(at, end, 'pair'));
      return;
    }
    if (text.charAt(end) !== ' ' || !isWord(text.charCodeAt(end + 1))) return;
    end++;
  }
}

/** A Latin name of one or more capitalised words, or a Chinese one up to its head or the next stop. */
function nameEnd(text: string, at: number): number {
  if (isHan(text.charCodeAt(at))) {
    const run = /^[\p{Script=Han}A-Za-z0-9-]{2,16}?(?=的|框架|方法|算法|，|。|、|（|\(|”|"|」)/u.exec(text.slice(at, at + 24));
    return run ? at + run[0].length : at;
  }
  let end = wordEnd(text, at, Math.min(text.length, at + 60));
  while (text.charAt(end) === ' ' && /[A-Z]/.test(text.charAt(end + 1))) end = wordEnd(text, end + 1, Math.min(text.length, at + 80));
  return /[A-Za-z]/.test(text.slice(at, end)) ? end : at;
}

/** "LONG (SHORT)" in any order and language. */
function pairAt(text: string, open: number, from: number, to: number, spans: SpanSet): void {
  const close = indexOfClose(text, open, Math.min(to, open + MAX_LONG));
  if (close < 0) return;
  // "（Long Name, LN）", "(short for Long Name)", "（简称 LN）"
  const inner = text.slice(open + 1, close);
  const parts = [...inner.matchAll(/[^,，;；/]+/g)].map((m) => trim(text, open + 1 + m.index, open + 1 + m.index + m[0].length));
  const outerEnd = backOverMarkup(text, open, from);
  if (outerEnd <= from) return;
  const outer = isHan(text.charCodeAt(outerEnd - 1)) ? hanBefore(text, outerEnd, from) : null;
  const latinStart = outer === null ? latinBefore(text, outerEnd, from) : -1;
  let first: Span | null = null;
  for (const [i, part] of parts.entries()) {
    if (i > 1) break;
    const words = text.slice(part.start, part.end);
    if (!isNameLike(words)) continue;
    if (outer !== null) {
      const innerIsLatin = /^[\p{Script=Latin}\p{Script=Greek}\d]/u.test(words);
      if (!innerIsLatin) continue;
      const b = spans.add(part.start, part.end, 'pair');
      if (outer.end - outer.start >= 2) spans.link(spans.add(outer.start, outer.end, 'pair'), b);
      if (first) spans.link(first, b);
      first = b;
    } else if (latinStart >= 0) {
      const long = longFormBefore(text, latinStart, outerEnd, words);
      const isChineseGloss = isHan(words.charCodeAt(0)) && words.length <= MAX_GLOSS && !NO_GLOSS.test(words);
      const shortOutside = isInitialism(lastWord(text, latinStart, outerEnd), words);
      if (long < 0 && !isChineseGloss && !shortOutside) continue;
      const start =
        long >= 0
          ? long
          : shortOutside || isChineseGloss
            ? shortOutside
              ? outerEnd - lastWord(text, latinStart, outerEnd).length
              : nameStart(text, latinStart, outerEnd)
            : latinStart;
      const a = spans.add(start, outerEnd, 'pair');
      const b = spans.add(part.start, part.end, 'pair');
      spans.link(a, b);
    }
  }
}

function indexOfClose(text: string, open: number, to: number): number {
  for (let i = open + 1; i < to; i++) {
    const c = text.charAt(i);
    if (c === ')' || c === '）') return i;
    if (c === '(' || c === '（' || c === '\n') return -1;
  }
  return -1;
}

const isNameLike = (words: string): boolean =>
  words.length >= 2 &&
  words.length <= 80 &&
  !/^(?:\d|e\.g|i\.e|see|如|例如|即|约|从|比|包括|含|以及|基于|采用|使用|通过|结合|源自|参见|and |or |with |up to|vs|based on|using|via|built on|including)/i.test(
    words,
  ) &&
  !/[。！？%]|https?:/.test(words);

function backOverMarkup(text: string, at: number, from: number): number {
  let i = at;
  while (i > from && /[\s*_”"」』`]/.test(text.charAt(i - 1))) i--;
  return i;
}

function trim(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let s = start;
  let e = end;
  while (s < e && /[\s*_“”"'`]/.test(text.charAt(s))) s++;
  while (e > s && /[\s*_“”"'`.]/.test(text.charAt(e - 1))) e--;
  return { start: s, end: e };
}

/** The Chinese words right before, back to a word that cannot be inside a name. Latin and digits inside are kept: "3D高斯溅射". */
function hanBefore(text: string, end: number, from: number): { readonly start: number; readonly end: number } {
  let start = end;
  while (start > from && end - start < 24) {
    const code = text.charCodeAt(start - 1);
    if (!isHan(code) && !isWord(code) && code !== 45) break;
    start--;
  }
  const run = text.slice(start, end);
  let cut = 0;
  for (const hit of run.matchAll(HAN_BREAK)) {
    const after = hit.index + hit[0].length;
    if (run.length - after >= 2) cut = after;
  }
  return { start: start + cut, end };
}

function latinBefore(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && end - start < MAX_LONG) {
    const code = text.charCodeAt(start - 1);
    if (!isWord(code) && !/[ \-'&/.*+]/.test(text.charAt(start - 1))) break;
    if (text.charAt(start - 1) === '.' && text.charAt(start) === ' ') break;
    start--;
  }
  while (start < end && !isWord(text.charCodeAt(start))) start++;
  return start < end ? start : -1;
}

const lastWord = (text: string, from: number, end: number): string => /[^\s*]+$/.exec(text.slice(from, end))?.[0] ?? '';

/** Start of the words whose initials give the short form; -1 when none do. */
function longFormBefore(text: string, from: number, end: number, short: string): number {
  if (short.length > 14 || !/[A-Za-z]/.test(short) || /\s/.test(short.trim())) return -1;
  const bare = short.replace(/s$/, '').replace(/[-\s].*$/, (tail) => (/\d/.test(tail) ? '' : tail));
  const starts = [...text.slice(from, end).matchAll(/[A-Za-z0-9][^\s]*/g)].map((m) => from + m.index);
  for (let n = Math.min(starts.length, bare.length + 2); n >= 1; n--) {
    const start = starts[starts.length - n] ?? from;
    const words = text.slice(start, end);
    if (words.charAt(0).toLowerCase() === bare.charAt(0).toLowerCase() && isInitialism(bare, words)) {
      // The fewest words that still do it.
      for (let m = 1; m < n; m++) {
        const nearer = starts[starts.length - m] ?? from;
        const fewer = text.slice(nearer, end);
        if (m >= Math.min(2, bare.length) && fewer.charAt(0).toLowerCase() === bare.charAt(0).toLowerCase() && isInitialism(bare, fewer))
          return nearer;
      }
      return start;
    }
  }
  return -1;
}

function nameStart(text: string, from: number, end: number): number {
  const run = /(?:[A-Z][\w+.*-]*[ ]?)+$/.exec(text.slice(from, end));
  return run ? end - run[0].length : end - lastWord(text, from, end).length;
}

function addInner(text: string, start: number, end: number, source: 'bold' | 'quote', spans: SpanSet): void {
  const inner = trim(text, start, end);
  const words = text.slice(inner.start, inner.end).replace(/[:：]$/, '');
  if (words.length < 2 || /[。！？；]|^\d+(?:\.\d+)?%?$/.test(words)) return;
  const bracket = /^(.{2,}?)\s*[(（][^()（）]+[)）]$/u.exec(words);
  spans.add(inner.start, inner.start + (bracket?.[1] ?? words).trimEnd().length, source);
}

/** A field or tag line is a list: "多模态生成 - 视频配乐生成 (Video-to-Music Generation)、情感计算". */
function listItems(text: string, from: number, to: number, spans: SpanSet): void {
  for (const match of text.slice(from, to).matchAll(/(?:[^、，,；;/|。:：\n()（）]|[(（][^()（）]*[)）])+/gu)) {
    for (const piece of match[0].matchAll(/(?:(?!\s[-–—/]\s)[^\n])+/g)) {
      const start = from + match.index + piece.index;
      const item = trim(text, start, start + piece[0].length);
      const words = text.slice(item.start, item.end).replace(/^[-•\s*]+|^\s*\d+[.)]\s*/, '');
      const begin = item.end - words.length;
      const plain = /^(.{2,}?)\s*[(（]/u.exec(words)?.[1] ?? words;
      if (plain.length >= 2 && plain.length <= 48) {
        spans.add(begin, begin + plain.trimEnd().length, 'item');
        const split = /^(.{2,})(?:和|与|及|\band\b)(.{2,})$/u.exec(plain);
        if (split?.[1] && split[2]) {
          spans.add(begin, begin + split[1].trimEnd().length, 'item');
          const lead = split[2].length - split[2].trimStart().length;
          spans.add(begin + plain.length - split[2].length + lead, begin + plain.length, 'item');
        }
      }
    }
  }
}

/** "MetaphorStar: Image Metaphor ..." presents MetaphorStar: every place where the text says it again. */
export function titleName(title: string): string | null {
  const head = /^(?:["“])?([^:：]{2,40}?)(?:["”])?[:：]/u.exec(title)?.[1]?.trim();
  return head && head.split(/\s+/).length <= 5 ? head : null;
}

export function findTitleName(text: string, title: string, spans: SpanSet): string | null {
  const name = titleName(title);
  if (!name) return null;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    if (!isWord(text.charCodeAt(at - 1)) && !isWord(text.charCodeAt(at + name.length))) spans.add(at, at + name.length, 'title');
  return name;
}
