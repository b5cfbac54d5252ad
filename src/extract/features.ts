// A candidate as numbers: what the reranker decides on. The order of FEATURE_NAMES is the order in the weights file.

import { foldName } from '../shared/fold.ts';
import { MENTION_KINDS } from '../shared/ontology.ts';
import { NAME_CLASSES, type NameClassifier } from './name-classifier.ts';
import { countHolding } from './rules/all.ts';
import { CUE_IDS } from './rules/cues.ts';
import { SOURCES } from './spans.ts';
import { type Context, LEXICON_TYPES, WINDOWS } from './stages/find-context.ts';
import { titleName } from './stages/find-definitions.ts';
import { bareSurfaces, type Candidate } from './stages/group-entities.ts';
import { SECTION_KINDS, type Segments } from './stages/segment-text.ts';

const LEX_TYPES = LEXICON_TYPES;
/** Head words of names, by what they usually head. */
const HEADS: readonly (readonly [string, RegExp])[] = [
  [
    'bench',
    /(?:bench|eval|arena|qa|gym|test|suite|benchmark|challenge|基准|评测)(?:[-\s]?(?:v?\d[\d.]*|pro|plus|hard|lite|verified|mini))?$/i,
  ],
  ['data', /(?:dataset|corpus|data|-\d+(?:\.\d+)?[kKmM]|数据集|语料库?|数据)$/i],
  ['model', /(?:gpt|llm|vlm|lm|bert|llama|former|net|vla|diffusion|coder|(?:\d|-)b|模型)(?:[-\s]?v?\d[\d.]*)?$/i],
  [
    'method',
    /(?:po|rl|rag|cot|loss|attention|learning|training|tuning|distillation|optimi[sz]ation|sampling|decoding|search|routing|alignment|prompting|quanti[sz]ation|pruning|embedding|guidance|framework|algorithm|network|module|mechanism|strategy|paradigm|policy|训练|学习|优化|蒸馏|采样|解码|搜索|机制|模块|策略|算法|框架|注意力|网络|损失|奖励|范式|方法)$/i,
  ],
  [
    'field',
    /(?:generation|understanding|recognition|detection|segmentation|reasoning|retrieval|translation|analysis|modeling|synthesis|planning|navigation|manipulation|editing|prediction|estimation|answering|reconstruction|security|safety|evaluation|systems?|robotics|vision|interpretability|生成|理解|识别|检测|分割|推理|检索|翻译|分析|建模|合成|规划|导航|操作|编辑|预测|估计|问答|重建|安全|评估|系统|视觉)$/i,
  ],
];

const SHAPE_FEATURES = [
  'han',
  'mixed',
  'words',
  'chars',
  'digit',
  'size',
  'year',
  'allCaps',
  'camel',
  'titleCase',
  'lower',
  'hyphen',
  'shortForm',
  'clause',
  'latinWords',
  'variant',
] as const;
const PLACE_FEATURES = [
  'occurrences',
  'sentences',
  'first',
  'last',
  'firstSentence',
  'surfaces',
  'inTitle',
  'titleHead',
  'titleTail',
  'bold',
  'quote',
  'colonAfter',
  'bracketed',
  'bracketAfter',
  'digitAfter',
  'itemStart',
  'inside',
  'contains',
  'linked',
  'named',
  'titleShare',
  'rank',
  'commonest',
] as const;
const LIST_FEATURES = ['siblings', ...LEX_TYPES.map((t) => `sibling:${t}`), 'sibling:size'] as const;
const PAPER_FEATURES = ['zh', 'length', 'candidates', 'titleBench', 'titleData', 'titleSurvey', 'titleModel', 'benchIntro'] as const;

export const FEATURE_NAMES: readonly string[] = [
  ...SHAPE_FEATURES,
  ...HEADS.map(([name]) => `head:${name}`),
  ...SOURCES.map((s) => `source:${s}`),
  ...LEX_TYPES.map((t) => `lex:${t}`),
  'lex:dataset',
  'lex:any',
  'lex:types',
  'lex:canonical',
  ...PLACE_FEATURES,
  ...SECTION_KINDS.map((k) => `section:${k}`),
  ...LIST_FEATURES,
  ...PAPER_FEATURES,
  ...WINDOWS.flatMap((w) => CUE_IDS.map((c) => `${w}:${c}`)),
  ...LEX_TYPES.map((t) => `contains:${t}`),
  ...NAME_CLASSES.map((c) => `name:${c}`),
  ...MENTION_KINDS.map((k) => `rule:${k}`),
  ...MENTION_KINDS.map((k) => `crf:${k}`),
  'crf:any',
];

export interface PaperContext {
  readonly text: string;
  readonly title: string;
  readonly foldedTitle: string;
  readonly titleHead: string | null;
  readonly lang: string;
  readonly segments: Segments;
  readonly names: NameClassifier;
  /** Whether a name is built from a better-known method's: "TFQ-GRPO". */
  readonly isVariant: (name: string) => boolean;
  /** Most occurrences that any candidate outside the lexicon has. */
  readonly mostOccurrences: number;
  /** Place of a candidate among all. */
  readonly rankOf: ReadonlyMap<Candidate, number>;
  /** PAPER_FEATURES, the same for every candidate. */
  readonly row: readonly number[];
}

export function paperContext(
  paper: { readonly text: string; readonly title: string; readonly lang: string },
  found: { readonly segments: Segments; readonly candidates: readonly Candidate[] },
  names: NameClassifier,
  isVariant: (name: string) => boolean,
): PaperContext {
  const { text, title, lang } = paper;
  const mostOccurrences = found.candidates.reduce(
    (most, c) => (c.entries.length === 0 && !c.sources.has('stop') ? Math.max(most, c.spans.length) : most),
    0,
  );
  return {
    text,
    title,
    foldedTitle: foldName(title),
    titleHead: titleName(title),
    lang,
    segments: found.segments,
    names,
    isVariant,
    mostOccurrences,
    rankOf: new Map(found.candidates.map((candidate, i) => [candidate, i])),
    row: [
      lang === 'zh' ? 1 : 0,
      Math.log2(text.length + 1),
      found.candidates.length,
      ...TITLE_SAYS.map((pattern) => (pattern.test(title) ? 1 : 0)),
      INTRODUCES_BENCHMARK.test(text.slice(0, 3000)) ? 1 : 0,
    ],
  };
}

const TITLE_SAYS: readonly RegExp[] = [
  /bench|eval|arena|基准/i,
  /dataset|corpus|data\b|数据/i,
  /survey|review|study|analysis|understanding|how |why |\?|综述/i,
  /technical report|foundation model|\bmodels?\b|\d+b\b/i,
];
const INTRODUCES_BENCHMARK = /(?:introduce|present|propose|build|construct|提出|构建|推出)[^.。]{0,60}(?:benchmark|基准)/i;

const INDEX = new Map(FEATURE_NAMES.map((name, i) => [name, i]));
const at = (name: string): number => {
  const i = INDEX.get(name);
  if (i === undefined) throw new Error(`no feature ${name}`);
  return i;
};
const SHAPE = at('han');
const HEAD = at('head:bench');
const SOURCE = at('source:lexicon');
const LEX = at('lex:field');
const PLACE = at('occurrences');
const SECTION = at('section:field');
const LIST = at('siblings');
const PAPER = at('zh');
const WINDOW = at(`touchLeft:${CUE_IDS[0]}`);
const CONTAINS = at('contains:field');
const NAME = at('name:field');
const RULE = at(`rule:${MENTION_KINDS[0]}`);
const CRF = at(`crf:${MENTION_KINDS[0]}`);
const classes = new Float32Array(NAME_CLASSES.length);
const holding = new Uint8Array(MENTION_KINDS.length);

/** Fills one row of FEATURE_NAMES.length numbers. */
export function featuresOf(candidate: Candidate, contexts: readonly Context[], paper: PaperContext, row: Float32Array): void {
  row.fill(0);
  const name = candidate.name ?? longest(bareSurfaces(candidate.surfaces));
  shape(name, candidate, paper, row);
  for (const [i, [, pattern]] of HEADS.entries()) if (pattern.test(name)) row[HEAD + i] = 1;
  for (const [i, source] of SOURCES.entries()) if (candidate.sources.has(source)) row[SOURCE + i] = 1;
  lexicon(candidate, row);
  place(candidate, contexts, paper, row);
  for (let i = 0; i < paper.row.length; i++) row[PAPER + i] = paper.row[i] ?? 0;
  for (const surface of candidate.surfaces.slice(0, 3)) {
    paper.names.classify(candidate.name ?? surface, classes);
    for (let c = 0; c < classes.length; c++) row[NAME + c] = Math.max(row[NAME + c] ?? 0, classes[c] ?? 0);
  }
  for (const context of contexts) {
    for (let w = 0; w < WINDOWS.length; w++) {
      let bits = context.windows[w] ?? 0;
      while (bits !== 0) {
        const c = 31 - Math.clz32(bits);
        bits &= ~(1 << c);
        const k = WINDOW + w * CUE_IDS.length + c;
        row[k] = (row[k] ?? 0) + 1;
      }
    }
    for (let t = 0; t < LEX_TYPES.length; t++) if (context.contains & (1 << t)) row[CONTAINS + t] = (row[CONTAINS + t] ?? 0) + 1;
    const section = paper.segments.sections[paper.segments.sentences[context.sentence]?.section ?? 0]?.kind ?? 'other';
    countHolding(context, section, holding);
    for (let k = 0; k < holding.length; k++) if ((holding[k] as number) > (row[RULE + k] as number)) row[RULE + k] = holding[k] as number;
    const probs = context.span.probs;
    if (probs) {
      let any = 0;
      for (let k = 0; k < MENTION_KINDS.length; k++) {
        row[CRF + k] = Math.max(row[CRF + k] ?? 0, probs[k] ?? 0);
        any += probs[k] ?? 0;
      }
      row[CRF + MENTION_KINDS.length] = Math.max(row[CRF + MENTION_KINDS.length] ?? 0, any);
    }
  }
}

const longest = (surfaces: readonly string[]): string => surfaces.reduce((a, b) => (b.length > a.length ? b : a), '');

/** Words that stand in clauses, hardly in names. */
const CLAUSE =
  /[的了着让使把被将要得能会在从对于而且但又既都也很更最为]|是|进行|如何|\b(?:is|are|that|which|how|we|our|its|their|can|more|by|from)\b/u;

function shape(name: string, candidate: Candidate, paper: PaperContext, row: Float32Array): void {
  const { surfaces } = candidate;
  const han = /\p{Script=Han}/u.test(name);
  const latin = /[A-Za-z]/.test(name);
  const latinForms = surfaces.filter((s) => /[A-Za-z]/.test(s));
  const values: Record<(typeof SHAPE_FEATURES)[number], number> = {
    han: han ? 1 : 0,
    mixed: surfaces.some((s) => /\p{Script=Han}/u.test(s)) && latinForms.length > 0 ? 1 : 0,
    words: name.split(/[\s]+/).length,
    chars: name.length,
    digit: /\d/.test(name) ? 1 : 0,
    size: /\d(?:\.\d+)?[BM]\b/.test(name) ? 1 : 0,
    year: /20[12]\d|[A-Z]2[3-7]$/.test(name) ? 1 : 0,
    allCaps: latinForms.some((s) => /^[A-Z][A-Z0-9-]+s?$/.test(s)) ? 1 : 0,
    camel: latinForms.some((s) => /[a-z][A-Z]|[A-Z]{2,}[a-z]{2,}/.test(s)) ? 1 : 0,
    titleCase: latin && name.split(/[\s-]+/).every((w) => /^[A-Z0-9]/.test(w) || w.length <= 3) ? 1 : 0,
    lower: latin && !/[A-Z]/.test(name) ? 1 : 0,
    hyphen: /\w-\w/.test(name) ? 1 : 0,
    shortForm: Math.min(...surfaces.map((s) => s.length)),
    clause: surfaces.every((s) => CLAUSE.test(s)) ? 1 : 0,
    latinWords: (name.match(/[A-Za-z]+/g) ?? []).length,
    variant: candidate.entries.length === 0 && surfaces.some((s) => /[A-Z]{2}/.test(s) && paper.isVariant(s)) ? 1 : 0,
  };
  for (const [i, key] of SHAPE_FEATURES.entries()) row[SHAPE + i] = values[key];
}

function lexicon(candidate: Candidate, row: Float32Array): void {
  let types = 0;
  for (const [i, type] of LEX_TYPES.entries())
    if (candidate.entries.some((e) => e.type === type)) {
      row[LEX + i] = 1;
      types++;
    }
  const data = candidate.entries.find((e) => e.type === 'benchmark' && e.kind !== undefined);
  row[LEX + 4] = data?.kind === 'dataset' ? 2 : data?.kind === 'both' ? 1 : 0;
  row[LEX + 5] = types > 0 ? 1 : 0;
  row[LEX + 6] = types;
  row[LEX + 7] = candidate.entries.some((e) => candidate.surfaces.some((s) => s === e.name || s === e.zh)) ? 1 : 0;
}

function place(candidate: Candidate, contexts: readonly Context[], paper: PaperContext, row: Float32Array): void {
  const { text, segments } = paper;
  const spans = candidate.spans;
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return;
  const bump = (i: number, value = 1): void => {
    row[PLACE + i] = (row[PLACE + i] ?? 0) + value;
  };
  const sentences = new Set<number>();
  row[PLACE] = spans.length;
  row[PLACE + 2] = first.start / (text.length || 1);
  row[PLACE + 3] = last.start / (text.length || 1);
  row[PLACE + 5] = candidate.surfaces.length;
  const folded = candidate.surfaces.map(foldName);
  row[PLACE + 6] = folded.some((f) => f.length > 1 && paper.foldedTitle.includes(f)) ? 1 : 0;
  const head = paper.titleHead === null ? null : foldName(paper.titleHead);
  row[PLACE + 7] =
    head !== null && folded.includes(head) ? 2 : head !== null && folded.some((f) => f.length > 2 && head.includes(f)) ? 1 : 0;
  row[PLACE + 8] = head !== null && row[PLACE + 6] === 1 && row[PLACE + 7] === 0 ? 1 : 0;
  if (spans.some((s) => s.linked.length > 0)) row[PLACE + 18] = 1;
  if (candidate.name !== null) row[PLACE + 19] = 1;
  row[PLACE + 20] = Math.max(
    ...folded.map((f) => (f.length > 1 && paper.foldedTitle.includes(f) ? f.length / (paper.foldedTitle.length || 1) : 0)),
  );
  row[PLACE + 21] = (paper.rankOf.get(candidate) ?? 0) / (paper.rankOf.size || 1);
  row[PLACE + 22] = candidate.entries.length === 0 && spans.length > 1 && spans.length === paper.mostOccurrences ? 1 : 0;
  for (const context of contexts) {
    const { start, end } = context.span;
    sentences.add(context.sentence);
    if (context.sentence === 0) row[PLACE + 4] = 1;
    if (context.span.sources.has('bold')) bump(9);
    if (context.span.sources.has('quote')) bump(10);
    const after = text.slice(end, end + 8);
    const before = text.slice(Math.max(0, start - 4), start);
    if (/^\*{0,2}[:：]/.test(after)) bump(11);
    if (/[(（]\s*$/.test(before)) bump(12);
    if (/^\s*[(（]/.test(after)) bump(13);
    if (/^[\s*(（:：]{0,3}[+]?\d/.test(after)) bump(14);
    const sentence = segments.sentences[context.sentence];
    if (sentence?.item && start - sentence.start <= 6) bump(15);
    if (context.inside) bump(16);
    const kind = segments.sections[sentence?.section ?? 0]?.kind ?? 'other';
    const s = SECTION + SECTION_KINDS.indexOf(kind);
    row[s] = (row[s] ?? 0) + 1;
    row[LIST] = Math.max(row[LIST] ?? 0, context.siblings.length);
    for (const sibling of context.siblings) {
      for (const [i, type] of LEX_TYPES.entries())
        if (sibling.entries.some((e) => e.type === type)) row[LIST + 1 + i] = (row[LIST + 1 + i] ?? 0) + 1;
      if (/\d[BM]\b/.test(text.slice(sibling.start, sibling.end))) row[LIST + 5] = (row[LIST + 5] ?? 0) + 1;
    }
  }
  row[PLACE + 1] = sentences.size;
}
