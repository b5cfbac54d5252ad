// The grammar of benchmark and data set names: year, version, split and subset are part of the meaning, words such as
// "benchmark" are not.
import { cleanName, nameTokens } from './name-tokens.ts';

export interface BenchmarkParse {
  /** Words in order, without years and versions: ["hmmt", "feb"]. */
  readonly words: readonly string[];
  readonly year: string;
  readonly version: string;
}

/** Contests and tasks held every year: two digits after their name are a year. */
const YEARLY = new Set([
  'aime',
  'hmmt',
  'amc',
  'amc12',
  'imo',
  'usamo',
  'cmimc',
  'brumo',
  'smt',
  'apex',
  'cnmo',
  'wmt',
  'voc',
  'pascalvoc',
  'ioi',
  'icpc',
  'iwslt',
  'semeval',
  'putnam',
  'ipho',
  'icho',
  'davis',
  'ilsvrc',
  'brats',
]);
/** Numbers after these contests that are a level, not a year: AMC 10, AMC 12. */
const LEVELS: Readonly<Record<string, ReadonlySet<string>>> = { amc: new Set(['8', '08', '10', '12']) };
const FULL_YEAR = /^(?:19|20)\d\d$/;
const MONTHS: Readonly<Record<string, string>> = {
  january: 'jan',
  february: 'feb',
  march: 'mar',
  april: 'apr',
  june: 'jun',
  july: 'jul',
  august: 'aug',
  september: 'sep',
  october: 'oct',
  november: 'nov',
  december: 'dec',
};
const NOISE = new Set([
  'benchmark',
  'benchmarks',
  'dataset',
  'datasets',
  'leaderboard',
  'challenge',
  'suite',
  'test',
  'set',
  'corpus',
  'the',
  'task',
  'tasks',
  'environment',
  'simulator',
  'simulation',
]);
const NOISE_TAIL = /(?:基准测试集?|基准|数据集|测试集|评测集|测试|榜单|任务|语料库?|排行榜|仿真环境|环境|竞赛|套件)+$/u;

export function parseBenchmarkName(name: string): BenchmarkParse {
  const trimmed = cleanName(name);
  const cleaned = trimmed.replace(NOISE_TAIL, '') || trimmed;
  const all = nameTokens(cleaned.replace(/'(\d\d)\b/g, ' $1'));
  let tokens = all.filter((_token, i) => i === 0 || !isNoise(all, i));
  if (tokens.length === 0) tokens = all;
  const words: string[] = [];
  let year = tokens.findLast((token, i) => i > 0 && FULL_YEAR.test(token)) ?? '';
  let version = '';
  for (const [i, token] of tokens.entries()) {
    const contest = words.filter((w) => !MONTH_WORDS.has(w)).join('');
    if (i > 0 && FULL_YEAR.test(token)) continue;
    if (i > 0 && !year && /^[0-3]\d$/.test(token) && YEARLY.has(contest) && !LEVELS[contest]?.has(token)) year = `20${token}`;
    else if (i > 0 && /^\d/.test(token) && !version) version = token;
    else words.push(MONTHS[token] ?? token);
  }
  return { words, year, version };
}

const MONTH_WORDS = new Set([...Object.values(MONTHS), 'may', 'i', 'ii']);

/** "test" is noise at the end ("DocVQA test set"), not before a split ("test-clean"). */
function isNoise(tokens: readonly string[], i: number): boolean {
  const token = tokens[i] ?? '';
  if (!NOISE.has(token)) return false;
  return tokens.slice(i + 1).every((later) => NOISE.has(later));
}

/** Words are glued, so that "Hotpot QA" and "HotpotQA" meet. */
export function benchmarkKey(p: BenchmarkParse): string {
  return [p.words.join(''), p.version, p.year].filter(Boolean).join('-');
}

/** Without the year, then the version, then the last word. Null for a single word. */
export function benchmarkParent(p: BenchmarkParse): BenchmarkParse | null {
  if (p.year) return { ...p, year: '' };
  if (p.version) return { ...p, version: '' };
  if (p.words.length > 1) return { ...p, words: p.words.slice(0, -1) };
  return null;
}
