// The grammar of method and field names: words in order, with the generic head ("algorithm", "框架") and the plural off.
import { foldName } from '../shared/fold.ts';
import { cleanName } from './name-tokens.ts';

export interface PhraseParse {
  /** The name without its generic head, as written. */
  readonly core: string;
  /** "TFQ-GRPO (True-False ...)": the words in brackets, when they stand for the same thing. */
  readonly gloss: string;
  readonly key: string;
}

const METHOD_HEAD =
  /[\s-]*(?:algorithms?|frameworks?|methods?|approach(?:es)?|paradigms?|techniques?|strateg(?:y|ies)|schemes?|mechanisms?|modules?|pipelines?|recipes?|architectures?)$/iu;
const METHOD_HEAD_ZH = /(?:算法|框架|方法|范式|技术|策略|机制|模块|流水线|流程|架构|方案)+$/u;
const FIELD_HEAD = /[\s-]+(?:tasks?|research|applications?|domains?|fields?)$/iu;
const FIELD_HEAD_ZH = /(?:领域|任务|研究|应用|方向|场景)+$/u;

export function parsePhraseName(name: string, type: 'method' | 'field'): PhraseParse {
  const cleaned = cleanName(name).replace(/^(?:the|a|an|our)\s+/i, '');
  const bracket = /^(.{2,}?)\s*[(（]([^()（）]{2,})[)）]$/u.exec(cleaned);
  const outer = stripHead(bracket?.[1] ?? cleaned, type);
  return { core: outer, gloss: bracket?.[2]?.trim() ?? '', key: phraseKey(outer) };
}

function stripHead(name: string, type: 'method' | 'field'): string {
  const [head, headZh] = type === 'method' ? [METHOD_HEAD, METHOD_HEAD_ZH] : [FIELD_HEAD, FIELD_HEAD_ZH];
  for (const pattern of [head, headZh]) {
    const rest = name.replace(pattern, '').trim();
    // A head is dropped only when what is left is a name by itself: "GRPO algorithm", not "attention mechanism".
    const isName = pattern === head ? /[A-Z].*[A-Z]|\d/.test(rest) : rest.length >= 2 && (/[A-Za-z]/.test(rest) || rest.length >= 4);
    if (rest !== name && isName) return rest;
  }
  return name;
}

/** Folded, with the plural of the last English word off: "Diffusion Models" and "diffusion model" meet; "Atlas" and "Robotics" are no plurals. */
export function phraseKey(name: string): string {
  const singular = /[a-z]{3}ies$/.test(name) ? `${name.slice(0, -3)}y` : name.replace(/(?<=[A-Za-z]{3})(?<![suia]|ic)s$/u, '');
  return foldName(singular);
}
