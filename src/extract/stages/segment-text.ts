// Cuts a paper's text into sections and sentences, all by offsets into the text as it stands: nothing is removed.

/** The order is the one of the trained weights. */
export const SECTION_KINDS = [
  'field',
  'summary',
  'usage',
  'innovation',
  'experiment',
  'data',
  'background',
  'conclusion',
  'tags',
  'other',
  'skip',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export interface Section {
  readonly heading: string;
  readonly kind: SectionKind;
  readonly start: number;
  readonly end: number;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly section: number;
  /** The line is a list item or table row. */
  readonly item: boolean;
}

export interface Segments {
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  /** Index of the sentence an offset stands in; between sentences, the one before. */
  sentenceAt(offset: number): number;
}

const HEADING_KINDS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'skip',
    /作者|机构|authors?\b|affiliation|阅读建议|reading advice|参考文献|references|局限|limitation|未来|future|相关链接|\blinks?\b|评分/i,
  ],
  ['field', /应用领域|研究领域|领域|application area|research area|\bfields?\b|\bdomain|topics?/i],
  ['tags', /标签|关键词|keywords?|\btags?\b|分类|categories/i],
  ['experiment', /实验|效果|结果|评估|评测|性能|亮点|result|experiment|evaluation|finding|performance|empirical/i],
  ['data', /数据集|数据|dataset|\bdata\b|benchmark|基准/i],
  ['background', /背景|动机|问题|挑战|已有|相关工作|background|motivation|problem|challenge|related|gap/i],
  ['innovation', /创新|贡献|要点|contribution|novelt|key idea|insight|innovation|highlights?/i],
  [
    'usage',
    /使用|指南|方法|架构|实现|部署|框架|设计|思路|模型|技术|method|approach|usage|architecture|how it works|implementation|pipeline|training|design|model/i,
  ],
  ['conclusion', /结论|总结|影响|意义|展望|conclusion|takeaway|impact|significance|implication/i],
  ['summary', /核心|摘要|概述|简介|一句话|abstract|summary|overview|tl;?dr|introduction|做了什么/i],
];

// A heading line: Markdown signs, a number, bold, or a short label with a colon at the start of a line.
const HEADING_LINE =
  /^[ \t]*(?:(#{1,6})[ \t]*(.{1,80}?)|(?:[-*][ \t]+)?\d{1,2}[.、)][ \t]*\*\*([^*\n]{1,40})\*\*[ \t]*[:：]?|\*\*([^*\n]{1,40})\*\*[ \t]*[:：]?)[ \t]*$/u;
const LABEL_START =
  /^[ \t]*(?:[-*•][ \t]+)?(?:\*\*)?([\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z &/-]{1,24}?)(?:\*\*)?[ \t]*[:：](?:\*\*)?[ \t]*/u;
const KNOWN_LABEL =
  /^(?:问题定义?|动机|方法|结果|结论|摘要|背景|标签|关键词|核心思路|技术框架|关键创新|关键设计|实验亮点|一句话要点|核心要点|应用领域|实现与部署|对比|problem|approach|results?|method|background|motivation|conclusion|key (?:ideas?|contributions?|results?)|evaluation|findings?|data(?:sets?)?|keywords|tags|area|field|summary|setup|experiments?|training|contribution|task|domain)$/i;

export function segmentText(text: string): Segments {
  const sections: Section[] = [{ heading: '', kind: 'other', start: 0, end: text.length }];
  const sentences: Sentence[] = [];
  let lineStart = 0;
  const open = (heading: string, at: number): void => {
    const last = sections.at(-1);
    if (last) sections[sections.length - 1] = { ...last, end: at };
    sections.push({ heading: heading.trim(), kind: kindOf(heading), start: at, end: text.length });
  };
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = lineEnd - lineStart > 400 ? text.slice(lineStart, lineStart + 400) : text.slice(lineStart, lineEnd);
    let contentStart = lineStart;
    if (lineEnd - lineStart <= 120) {
      const heading = HEADING_LINE.exec(line);
      if (heading) {
        open((heading[2] ?? heading[3] ?? heading[4] ?? '').replace(/\*+/g, '').replace(/[:：]\s*$/, ''), lineStart);
        // A long title line is text as well: names stand in it.
        if ((heading[2] ?? '').length < 16) contentStart = lineEnd;
      }
    }
    if (contentStart < lineEnd) {
      const label = LABEL_START.exec(line);
      if (label?.[1] && KNOWN_LABEL.test(label[1].trim())) {
        open(label[1], lineStart);
        contentStart = lineStart + label[0].length;
      }
      cutSentences(text, contentStart, lineEnd, sections.length - 1, /^\s*(?:[-*•●|]|\d{1,2}[.)、])\s*/.test(line), sentences);
    }
    if (newline < 0) break;
    lineStart = newline + 1;
  }
  return { sections, sentences, sentenceAt: (offset) => lastAtOrBefore(sentences, offset) };
}

export function kindOf(heading: string): SectionKind {
  for (const [kind, pattern] of HEADING_KINDS) if (pattern.test(heading)) return kind;
  return 'other';
}

function cutSentences(text: string, from: number, to: number, section: number, item: boolean, into: Sentence[]): void {
  let start = from;
  for (let i = from; i < to; i++) {
    if (!endsSentence(text, i, to)) {
      if (i + 1 - start < MAX_SENTENCE || !isBreak(text, i)) continue;
    }
    push(start, i + 1);
    start = i + 1;
  }
  push(start, to);
  function push(a: number, b: number): void {
    let s = a;
    let e = b;
    while (s < e && isSpace(text.charCodeAt(s))) s++;
    while (e > s && isSpace(text.charCodeAt(e - 1))) e--;
    if (e > s) into.push({ start: s, end: e, section, item });
  }
}

/**
 * What never ends is cut at a space, or anywhere a little later: the work on a sentence grows faster than its length, and no
 * writer needs as many characters.
 */
const MAX_SENTENCE = 1200;
const isBreak = (text: string, i: number): boolean => isSpace(text.charCodeAt(i)) || (i % 64 >= 62 && !isHighSurrogate(text.charCodeAt(i)));
const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13 || code === 0x3000 || code === 0xa0;

/** Chinese full stops always; a Latin one when a space and no lower-case letter follow and no abbreviation stands before. */
function endsSentence(text: string, i: number, to: number): boolean {
  const c = text.charAt(i);
  if (c === '。' || c === '！' || c === '？' || c === '；') return true;
  if (c !== '.' && c !== '!' && c !== '?' && c !== ';') return false;
  if (c === ';') return text.charAt(i + 1) === ' ';
  if (i + 1 >= to) return true;
  const next = text.charAt(i + 1);
  if (next !== ' ') return c === '.' && /[a-z)]/.test(text.charAt(i - 1)) && /[A-Z]/.test(next) && /[a-z ]/.test(text.charAt(i + 2));
  if (/[a-z]/.test(text.charAt(i + 2))) return false;
  return !/(?:\b(?:e\.g|i\.e|et al|vs|cf|Fig|Eq|Sec|Dr|approx|resp|No|St|Mr|Ms)|\b[A-Z])$/.test(text.slice(Math.max(from(i), 0), i));
}
const from = (i: number): number => i - 8;

function lastAtOrBefore(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
