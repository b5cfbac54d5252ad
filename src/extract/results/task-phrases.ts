// Tasks and settings that a sentence names where it reports a number, for when no benchmark has a name: "on X tasks",
// "在 X 任务上", "X (+25%)". Patterns start at a fixed word and read a bounded window.

export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly kind: 'headed' | 'counted' | 'bare' | 'bracket';
}

const HEADS =
  'tasks?|benchmarks?|datasets?|data ?sets?|suites?|test ?sets?|test-?sets?|splits?|subsets?|problems?|questions?|challenges?|competitions?|games?|scenarios?|settings?|environments?|websites?|domains?|corpus|corpora|queries|evaluations?|leaderboard|trials?|videos?|generation|understanding|reasoning|recognition|detection|segmentation|classification|retrieval|translation|navigation|manipulation|planning|synthesis|editing|estimation|forecasting|prediction|modeling|modelling|reconstruction|answering|summarization|grounding|tracking|captioning|denoising|coding|grasping|following|matching|restoration|separation|enhancement|verification|proving|search|QA|VQA|inference|serving|decoding';
const EN = new RegExp(
  `\\b(?:on|in|for|across|over|at)\\s(?:the\\s|an?\\s|all\\s|both\\s|various\\s|challenging\\s|standard\\s)?((?:[A-Za-z0-9][\\w+/-]{0,24}\\s){0,5}?(?:[\\w-]{1,20}-)?(?:${HEADS})(?:\\s(?:${HEADS})){0,2})(?![\\w-])`,
  'gi',
);
const ZH =
  /(?:在|于|对于|针对|面向)\s?([^，。,；;、：:（）()在]{1,40}?)的?(?:任务|基准测试|基准|测试集|验证集|数据集|评测|测试|场景|领域|方面|问题|挑战|实验)?(?:上|中|里|下|方面|时)/g;
const BRACKET = /(?<![\w-])((?:[a-z][a-z-]{2,20}\s){0,2}[a-z][a-z-]{2,20}|[\u4e00-\u9fff]{2,10})\s?[(（](?=[+\-−]?\d)/g;
/** Words that name no task: results, methods, measures, time. */
const EMPTY =
  /^(?:(?:the|all|our|both|these|those|this|several|various|many|most|multiple|some|each|other|different|challenging|standard|public|existing|downstream|real|new|more|its|their|two|three|four|five|six|seven|eight|nine|ten|\d+|average|practice|addition|contrast|particular|order|of|and|large|hard|simple|complex|diverse|difficult)\s?)*(?:tasks?|benchmarks?|datasets?|settings?|domains?|problems?|scenarios?|inference|search|evaluations?|environments?|games?|prediction|generation|training|reasoning|questions?|test ?sets?|splits?|subsets?)?$/i;
/** Sets without a name but with a number of members: "across nine benchmarks". */
const COUNTED =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})\s(?:[a-z-]{3,20}\s){0,3}(?:benchmarks|datasets|tasks|competitions|games|domains)(?![\w-])|[两三四五六七八九十\d]{1,3}\s?(?:个|项|种)[\u4e00-\u9fff]{0,6}(?:基准测试|基准|数据集|任务)/gi;
const EMPTY_ZH =
  /^(?:多个|各个|所有|部分|一些|某些|某个|这些|该|其|此|不同|主要|核心|实际|上述|以上|公开|标准|三个|四个|五个|两个|六个|八个|多种|各种|保持|同等|相同|平均|整体|具体|实验|保证|不|推理|训练|基础|此基础|过程|性能|情况|条件|前提|同时|显著|测试|任务|基准|数据集|多数|大多数|关键|现有|个|的|一|二|三|四|五|几|\d)+$/;

const LEADING = /^(?:(?:and|or|on|in|for|with|of|to|the)\s|和|与|及|或|优于|高于|低于|而|其中)/i;

export function taskPhrases(text: string, from: number, to: number): Phrase[] {
  const words = text.slice(from, Math.min(to, from + 4000));
  const found: Phrase[] = [];
  const add = (match: RegExpExecArray, kind: Phrase['kind'], empty: RegExp): void => {
    const inner = match[1]?.replace(LEADING, '');
    if (!inner || empty.test(inner.trim()) || /\d[%％]/.test(inner)) return;
    const start = from + match.index + match[0].lastIndexOf(inner);
    found.push({ start, end: start + inner.trimEnd().length, kind });
  };
  if (/[a-z]/.test(words)) for (const match of words.matchAll(EN)) add(match, 'headed', EMPTY);
  for (const match of words.matchAll(ZH))
    add(match, /(?:任务|基准|测试集|验证集|数据集|评测)/.test(match[0]) ? 'headed' : 'bare', EMPTY_ZH);
  for (const match of words.matchAll(COUNTED))
    found.push({ start: from + match.index, end: from + match.index + match[0].length, kind: 'counted' });
  for (const match of words.matchAll(BRACKET)) add(match, 'bracket', EMPTY);
  return found;
}

/** A task without the word "tasks": "video understanding tasks" and "video understanding" are one. */
export function phraseName(words: string): string {
  return words
    .replace(/\s+(?:tasks?|benchmarks?|datasets?|settings?|scenarios?|domains?)$/i, '')
    .replace(/(?:任务|基准测试|基准|数据集|方面|场景|领域|问题|挑战|的)$/u, '')
    .trim();
}
