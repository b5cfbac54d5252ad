// Cross-validation of the CRF: out-of-fold spans of every paper to a JSON file, scores to the console.
// usage: node dist/scripts/scripts/train/crf/cv.js [--out FILE] [--by paper|source] [--folds 5] [--only N] [--set option=value]...
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CrfSpan, createCrf } from '../../../src/extract/crf/decode.ts';
import type { LexiconSpan } from '../../../src/extract/crf/features.ts';
import { MENTION_KINDS } from '../../../src/shared/ontology.ts';
import { type Doc, foldOf, loadDocs } from './docs.ts';
import { oracle, predict, rate, scoreDoc, type Tally } from './score.ts';
import { type TrainOptions, trainCrf } from './train.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: 'gold' },
    report: { type: 'string', default: 'gold/report.md' },
    out: { type: 'string' },
    by: { type: 'string', default: 'paper' },
    folds: { type: 'string', default: '5' },
    only: { type: 'string' },
    train: { type: 'string', default: 'all' },
    set: { type: 'string', multiple: true, default: [] },
    lexicon: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
});
const options: Record<string, unknown> = {};
for (const pair of values.set) {
  const [name = '', value = ''] = pair.split('=');
  options[name] = Number.isNaN(Number(value)) ? value : Number(value);
}
const hits = values.lexicon ? (JSON.parse(readFileSync(values.lexicon, 'utf8')) as Record<string, LexiconSpan[]>) : {};
const docs = loadDocs(values.gold, values.report, (paper) => hits[paper.id] ?? []);
const folds = Number(values.folds);
const foldOfDoc = (doc: Doc): number => foldOf(values.by === 'source' ? doc.source : doc.paper.id, folds);
const spansOf = new Map<string, CrfSpan[]>();
const times = { train: 0, read: 0, papers: 0, characters: 0 };
let bytes = 0;
for (let fold = 0; fold < folds; fold++) {
  if (values.only !== undefined && Number(values.only) !== fold) continue;
  const test = docs.filter((doc) => foldOfDoc(doc) === fold);
  const rest = docs.filter((doc) => foldOfDoc(doc) !== fold && (values.train === 'all' || doc.dev === (values.train === 'dev')));
  if (test.length === 0) continue;
  const started = performance.now();
  const weights = trainCrf(rest, {
    ...(options as Partial<TrainOptions>),
    ...(values.quiet ? {} : { log: (line: string) => console.error(`fold ${fold} ${line}`) }),
  });
  times.train += performance.now() - started;
  bytes = Math.max(bytes, weights.length);
  const crf = createCrf(weights);
  for (const doc of test) crf.read(doc.paper, doc.segments, doc.lexicon);
  const at = performance.now();
  for (const doc of test) spansOf.set(doc.paper.id, crf.read(doc.paper, doc.segments, doc.lexicon));
  times.read += performance.now() - at;
  times.papers += test.length;
  times.characters += test.reduce((sum, doc) => sum + doc.paper.text.length, 0);
}
const tested = docs.filter((doc) => spansOf.has(doc.paper.id));
if (values.out) {
  const rows = tested.map((doc) => ({
    id: doc.paper.id,
    fold: foldOfDoc(doc),
    spans: (spansOf.get(doc.paper.id) ?? []).map((s) => ({
      start: s.start,
      end: s.end,
      probs: [...s.probs].map((p) => Math.round(p * 1e5) / 1e5),
    })),
  }));
  writeFileSync(values.out, `${JSON.stringify({ kinds: MENTION_KINDS, papers: rows })}\n`);
}

const score = (threshold: number): Map<string, Tally> => {
  const tallies = new Map<string, Tally>();
  for (const doc of tested) scoreDoc(doc, predict(doc, spansOf.get(doc.paper.id) ?? [], threshold), tallies);
  return tallies;
};
const show = (name: string, t: Tally): string => {
  const { p, r, f } = rate(t);
  return `${name.padEnd(22)} gold ${String(t.tp + t.fn).padStart(5)} got ${String(t.tp + t.fp).padStart(5)}  P ${p.toFixed(3)} R ${r.toFixed(3)} F ${f.toFixed(3)}`;
};
let best = { threshold: 0, f: -1 };
for (let threshold = 0.1; threshold < 0.75; threshold += 0.05) {
  const { f } = rate(score(threshold).get('all') ?? { tp: 0, fp: 0, fn: 0 });
  if (f > best.f) best = { threshold, f };
}
for (const threshold of values.quiet ? [best.threshold] : [0.5, best.threshold]) {
  console.log(`\nthreshold ${threshold.toFixed(2)}`);
  for (const [name, tally] of [...score(threshold)].sort(([a], [b]) => a.localeCompare(b)))
    if (!values.quiet || !name.includes('/')) console.log(show(name, tally));
}
const found = tested.map((doc) => oracle(doc, spansOf.get(doc.paper.id) ?? []));
const sum = (key: 'core' | 'found' | 'kindly'): number => found.reduce((s, o) => s + o[key], 0);
const spans = tested.reduce((s, doc) => s + (spansOf.get(doc.paper.id)?.length ?? 0), 0);
console.log(
  `oracle recall of core: surface ${(sum('found') / sum('core')).toFixed(3)}, surface and kind ${(sum('kindly') / sum('core')).toFixed(3)}; ${(spans / tested.length).toFixed(1)} spans a paper`,
);
console.log(
  `training ${(times.train / 1000).toFixed(0)} s; reading ${(times.read / times.papers).toFixed(2)} ms a paper, ${((times.read / times.characters) * 1400).toFixed(2)} ms per 1,400 characters; weights ${bytes} bytes`,
);
