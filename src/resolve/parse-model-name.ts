// The grammar of model names: family, version, variants, size, stage, date, quantisation. Equality of two names is
// equality of their parses, so order and punctuation do not matter and every size, version and stage does.
import { cleanName, nameTokens } from './name-tokens.ts';

export interface ModelParse {
  /** First word of the name: "qwen". */
  readonly family: string;
  /** "2.5", "4o"; several are joined in order ("1+2.5" in R1-Distill-Qwen2.5). */
  readonly version: string;
  /** Other words, sorted: ["coder", "vl"]. */
  readonly variants: readonly string[];
  /** "7b", "8x22b", "110m" */
  readonly size: string;
  /** Active parameters of a mixture: "a3b". */
  readonly active: string;
  readonly stage: string;
  readonly date: string;
  readonly quant: string;
}

const STAGES: Readonly<Record<string, string>> = {
  base: 'base',
  instruct: 'instruct',
  it: 'instruct',
  instruction: 'instruct',
  chat: 'chat',
  thinking: 'thinking',
  pt: 'base',
  sft: 'sft',
  rl: 'rl',
  dpo: 'dpo',
  preview: 'preview',
  'non-thinking': 'non-thinking',
};
const QUANTS = new Set([
  'awq',
  'gptq',
  'gguf',
  'int4',
  'int8',
  'fp4',
  'mxfp4',
  'nvfp4',
  'fp8',
  'fp16',
  'bf16',
  '4bit',
  '8bit',
  'mlx',
  'nf4',
  'w4a16',
  'w8a8',
]);
const NOISE = new Set([
  'model',
  'models',
  'series',
  'family',
  'checkpoint',
  'checkpoints',
  'backbone',
  'the',
  'weights',
  'hf',
  '模型',
  '系列',
  '系列模型',
  '基座模型',
  '大模型',
  '版本',
  '主干',
  '基座',
]);
const SIZE = /^\d+(?:\.\d+)?(?:x\d+(?:\.\d+)?)?[bmt]$/;
/** Addresses and API ids write a version's point as a hyphen: "claude-3-5-sonnet", "stable-diffusion-v1-5". */
const HYPHENATED_VERSION = /(?<![\p{L}\p{N}.])v?(\d)-(\d)(?![\p{L}\p{N}.])/iu;
const GLUED_VARIANT = /^([a-z]{3,})(vl|coder|math|omni|audio)$/;

/** `families` are the first words of known families: they tell "qwenvl" (qwen + vl) from "internvl" (one word). */
export function parseModelName(name: string, families: ReadonlySet<string>): ModelParse {
  const variants: string[] = [];
  const versions: string[] = [];
  let family = '';
  let size = '';
  let active = '';
  let stage = '';
  let date = '';
  let quant = '';
  const cleaned = cleanName(name)
    .replace(/\b(20\d\d)-(\d\d)-(\d\d)\b/, '$1$2$3')
    .replace(HYPHENATED_VERSION, '$1.$2');
  for (const token of expandGlued(nameTokens(cleaned), families)) {
    if (NOISE.has(token)) continue;
    if (SIZE.test(token)) size = size ? `${size}+${token}` : token;
    else if (/^a\d+(?:\.\d+)?b$/.test(token)) active = token;
    else if (QUANTS.has(token)) quant = quant ? `${quant}+${token}` : token;
    else if (family && /^(?:20\d{6}|20\d{4}|(?:2[3-9])(?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])[0-3]\d)$/.test(token)) date = token;
    else if (family && STAGES[token]) stage = stage ? `${stage}+${STAGES[token]}` : (STAGES[token] ?? '');
    else if (/^\d/.test(token)) versions.push(token);
    else if (!family) family = token;
    else variants.push(token);
  }
  return { family, version: versions.join('+'), variants: variants.sort(), size, active, stage, date, quant };
}

function* expandGlued(tokens: readonly string[], families: ReadonlySet<string>): Generator<string> {
  for (const token of tokens) {
    const glued = families.has(token) ? null : GLUED_VARIANT.exec(token);
    if (glued?.[1] && glued[2] && families.has(glued[1])) yield* [glued[1], glued[2]];
    else yield token;
  }
}

/** One string per meaning: what is looked up and compared. */
export function modelKey(p: ModelParse): string {
  return [p.family, p.version, p.variants.join(','), p.size, p.active, p.stage, p.date, p.quant].join('|');
}

/** The next wider thing: without quantisation and date, then stage, then size, then variants, then version. Null for a bare family. */
export function modelParent(p: ModelParse): ModelParse | null {
  if (p.quant) return { ...p, quant: '' };
  if (p.date) return { ...p, date: '' };
  if (p.stage) return { ...p, stage: '' };
  if (p.size || p.active) return { ...p, size: '', active: '' };
  if (p.variants.length > 0 && p.version) return { ...p, variants: [] };
  if (p.version && p.variants.length === 0) return { ...p, version: '' };
  if (p.variants.length > 0) return { ...p, variants: p.variants.slice(0, -1) };
  return null;
}
