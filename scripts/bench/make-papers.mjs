// As many papers as one likes in the shape of the arXiv metadata on Kaggle, from a few real-looking ones: sentences of several are mixed,
// names exchanged, new names coined. Seeded: the same numbers give the same bytes.
//   node scripts/bench/make-papers.mjs --papers 10000 [--seed 1] [--from FILE.jsonl] > papers.jsonl
// Without --from, the bundled English samples are varied.
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const SAMPLES = new URL('../../samples/', import.meta.url);
const MODELS = [
  'Qwen2.5-VL-7B',
  'Qwen3-8B',
  'Llama-3.1-8B',
  'DeepSeek-R1',
  'GPT-4o',
  'Gemini 2.5 Pro',
  'InternVL3-8B',
  'LLaVA-1.5-7B',
  'Mistral-7B',
  'Phi-4',
  'OpenVLA',
  'Qwen2.5-7B',
  'Claude 3.5 Sonnet',
  'Gemma-2-9B',
  'CLIP',
];
const METHODS = [
  'GRPO',
  'PPO',
  'DPO',
  'chain-of-thought',
  'LoRA',
  'knowledge distillation',
  'retrieval-augmented generation',
  'supervised fine-tuning',
  'diffusion policy',
  'speculative decoding',
  'flow matching',
  'mixture-of-experts',
  'rejection sampling',
  'self-consistency',
  'contrastive learning',
];
const BENCHMARKS = [
  'AIME 2024',
  'MATH-500',
  'GSM8K',
  'MMLU',
  'LIBERO',
  'SWE-bench',
  'HumanEval',
  'MMMU',
  'VBench',
  'ImageNet',
  'GPQA',
  'MathVista',
  'AlpacaEval 2.0',
  'HotpotQA',
  'COCO',
];
const CATEGORIES = ['cs.CL', 'cs.CV', 'cs.LG', 'cs.AI', 'cs.RO', 'cs.IR', 'cs.SE', 'stat.ML'];
const NAME = new RegExp(`(?<![\\w-])(?:(${asPattern(MODELS)})|(${asPattern(METHODS)})|(${asPattern(BENCHMARKS)}))(?![\\w-])`, 'g');
/** How many sentences of a paper come from another one. */
const FOREIGN = 0.3;
const RENAMED = 0.5;

function asPattern(names) {
  return names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
}

function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function readBases(from) {
  const files = from
    ? [pathToFileURL(from)]
    : readdirSync(SAMPLES)
        .filter((name) => name.endsWith('.en.jsonl'))
        .map((name) => new URL(name, SAMPLES));
  return files
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { title, text, abstract } = JSON.parse(line);
      return { title, sentences: (text ?? abstract).trim().split(/(?<=[.!?])\s+(?=[A-Z])/) };
    });
}

/** Popular things are popular: the first of a list comes up most. */
function pick(random, values) {
  return values[Math.floor(random() ** 2 * values.length)];
}

export function* makePapers({ papers, seed = 1, from = null }) {
  const random = makeRandom(seed);
  const bases = readBases(from);
  const start = Date.UTC(2025, 0, 1);
  for (let i = 0; i < papers; i++) {
    const base = bases[Math.floor(random() * bases.length)];
    const other = bases[Math.floor(random() * bases.length)];
    const coined = `${'BCDFGKLMNPRSTVX'[i % 15]}${'aeiou'[i % 5]}${(i * 7_919).toString(36)}`.replace(/^./, (c) => c.toUpperCase());
    const own = /(?:propose|introduce|present)s? (?:\*\*)?([A-Z][\w-]{2,20})\b/.exec(base.sentences.join(' '))?.[1];
    const exchange = (text) =>
      text
        .replace(NAME, (name, model, method) => (random() > RENAMED ? name : pick(random, model ? MODELS : method ? METHODS : BENCHMARKS)))
        .replaceAll(own ?? '\u0000', coined);
    const sentences = base.sentences.map((sentence) =>
      exchange(random() < FOREIGN ? (other.sentences[Math.floor(random() * other.sentences.length)] ?? sentence) : sentence),
    );
    const month = String(1 + Math.floor((i % 120_000) / 10_000)).padStart(2, '0');
    yield {
      id: `25${month}.${String(i % 100_000).padStart(5, '0')}`,
      submitter: null,
      authors: 'A. Author',
      title: `${exchange(base.title)} (${i + 1})`,
      comments: null,
      'journal-ref': null,
      doi: null,
      'report-no': null,
      categories: pick(random, CATEGORIES),
      license: null,
      abstract: `  ${sentences.join(' ')}\n`,
      update_date: new Date(start + (i % 365) * 86_400_000).toISOString().slice(0, 10),
    };
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const option = (name, fallback) => (process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : fallback);
  for (const paper of makePapers({
    papers: Number(option('papers', 10_000)),
    seed: Number(option('seed', 1)),
    from: option('from', null),
  })) {
    if (!process.stdout.write(`${JSON.stringify(paper)}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}
