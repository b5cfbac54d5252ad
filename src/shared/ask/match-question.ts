// From a question in words to the ways it can be read: pure, by the patterns of shapes.ts. Names are cut out, not yet looked up.
import { foldName } from '../fold.ts';
import { SHAPES, type Shape, type SlotType } from './shapes.ts';

export interface Reading {
  readonly shape: Shape;
  /** The words that stand in each slot, as they were typed. */
  readonly slots: readonly { readonly name: string; readonly text: string; readonly types: readonly SlotType[] }[];
  /** Words that name a date, when the shape asks for one; empty when the question names none. */
  readonly since: string | null;
}

export const MAX_QUESTION = 300;
const MAX_NAME = 80;

const SINCE =
  'since \\d{4}(?:-\\d{1,2}){0,2}|in \\d{4}-\\d{1,2}|(?:自从?)?\\d{4}-\\d{1,2}(?:-\\d{1,2})?(?:以来|起|之后|后)|(?:in )?(?:this|the last|the past|last) (?:week|month|year)|recently|lately|这个?月|本月|这一?周|本周|今年|最近(?:一周|一个?月)?|近期|近来|上个?月';
const compiled = SHAPES.map((shape) => ({
  shape,
  patterns: [...shape.en, ...shape.zh].map(
    (source) =>
      new RegExp(
        `^${source.replace(/\{(\w+)\}/g, (_all, name: string) => (name === 'since' ? `(?<since>${SINCE})` : `(?<${name}>.+?)`))}$`,
        'iu',
      ),
  ),
}));

const POLITE =
  /^(?:please |could you |can you |tell me |show me |show |list |find |give me |i want to know |请问|请|帮我|列出|查一下|查找|找出|告诉我|我想知道|想知道|看看)+(?:all |the )?/iu;

/** Compatibility forms, single spaces, no polite words around, no question mark; spaces between Han and other letters go. */
export function tidyQuestion(question: string): string {
  return question
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s?.!。！？、,;:]+$/u, '')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}

/** Best first; the same question may be read in several ways, since only a look-up tells a model from a method. */
export function matchQuestion(question: string): Reading[] {
  const tidy = tidyQuestion(question).slice(0, MAX_QUESTION);
  if (tidy === '') return [];
  const forms = [...new Set([tidy, tidy.replace(POLITE, '')])].filter((form) => form !== '');
  const readings: Reading[] = [];
  for (const { shape, patterns } of compiled)
    for (const form of forms)
      for (const pattern of patterns) {
        const groups = pattern.exec(form)?.groups;
        const isMatch = groups !== undefined || (Object.keys(shape.slots).length === 0 && pattern.test(form));
        if (!isMatch) continue;
        const slots = Object.entries(shape.slots).map(([name, types]) => ({ name, text: cleanName(groups?.[name] ?? ''), types }));
        if (slots.some(({ text }) => foldName(text) === '' || text.length > MAX_NAME)) continue;
        const since = shape.gallery === 'new-since' || shape.gallery.endsWith('-since') ? (groups?.['since'] ?? '') : null;
        if (!readings.some((other) => other.shape === shape && JSON.stringify(other.slots) === JSON.stringify(slots)))
          readings.push({ shape, slots, since });
      }
  return readings;
}

const cleanName = (text: string): string =>
  text
    .trim()
    .replace(/^["'“”‘’「《`]+|["'“”‘’」》`]+$/gu, '')
    .trim();

/** The name itself, then without the words that only say what it is: "the GRPO algorithm", "GRPO 算法". */
export function namesToTry(text: string): string[] {
  const bare = text
    .replace(/^(?:the|a|an) /iu, '')
    .replace(
      /(?: (?:models?|methods?|techniques?|algorithms?|benchmarks?|data ?sets?|papers?|family|series|field)|(?:这个|这种|该)?(?:模型|方法|技术|算法|基准|数据集|领域|系列|家族|论文))$/iu,
      '',
    )
    .trim();
  const singular = /[a-z]s$/iu.test(bare) ? bare.slice(0, -1) : bare;
  return [...new Set([text, bare, singular])].filter((name) => foldName(name) !== '');
}

/** The first day of what the words mean, counted from the newest digest, so that an old graph answers too. */
export function toSince(words: string, newest: string): string {
  const date = /\d{4}(?:-\d{1,2}){0,2}/.exec(words)?.[0];
  if (date) {
    const [year = '', month = '1', day = '1'] = date.split('-');
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(newest)) return '';
  if (/year|今年/iu.test(words)) return `${newest.slice(0, 4)}-01-01`;
  const days = /week|周/iu.test(words) ? 6 : /last month|past month|上个?月|一个?月/iu.test(words) ? 30 : null;
  if (days === null) return `${newest.slice(0, 7)}-01`;
  return new Date(Date.parse(`${newest}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

const COMMON = new Set(
  'the which what who how are was were is and with for that does did have has use used papers paper why from'.split(' '),
);

/** Questions like one that was not understood: those of the shapes that share most of its words, else a few of different kinds. */
export function likeQuestions(question: string, count = 4): Shape['example'][] {
  const grams = (text: string): Set<string> => {
    const folded = tidyQuestion(text).toLowerCase();
    const words = (folded.match(/[a-z]{3,}/g) ?? []).filter((word) => !COMMON.has(word));
    const han = [...folded].filter((char) => /\p{Script=Han}/u.test(char));
    return new Set([...words, ...han.slice(1).map((char, i) => `${han[i]}${char}`)]);
  };
  const asked = grams(question);
  const rated = SHAPES.map((shape, i) => {
    const own = grams(`${shape.example.en} ${shape.example.zh}`);
    return { shape, i, shared: [...asked].filter((gram) => own.has(gram)).length };
  });
  return rated
    .sort((a, b) => b.shared - a.shared || a.i - b.i)
    .slice(0, count)
    .map(({ shape }) => shape.example);
}
