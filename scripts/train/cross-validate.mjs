// Honest scores of the whole reader: every paper is read with weights that never saw it. Fold weights come from
// train-reranker.py --fold-models, out-of-fold spans from the CRF's own cross-validation.
// usage: node scripts/train/cross-validate.mjs FOLD_DIR SPANS_JSON --gold DIR ... --texts FILE ... [--all] [--json]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluate } from '../../dist/eval/evaluate.js';
import { createReader } from '../../dist/extract/create-reader.js';
import { createReranker } from '../../dist/extract/reranker.js';
import { readSource } from '../../dist/ingest/read-source.js';
import { openReaderParts } from '../../dist/pipeline/open-reader.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gold: { type: 'string', multiple: true },
    texts: { type: 'string', multiple: true },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
const [foldDir, spansFile] = positionals;
const foldOf = JSON.parse(readFileSync(join(foldDir, 'folds.json'), 'utf8'));
const spansOf = JSON.parse(readFileSync(spansFile, 'utf8'));
const { reranker: _reranker, ...parts } = openReaderParts({ mode: 'rules' });
let current = '';
const spanReader = () => (spansOf[current] ?? []).map((s) => ({ start: s.start, end: s.end, probs: Float32Array.from(s.probs) }));
const readers = [...new Set(Object.values(foldOf))]
  .sort()
  .map((f) =>
    createReader({ ...parts, spanReader, reranker: createReranker(JSON.parse(readFileSync(join(foldDir, `fold-${f}.json`), 'utf8'))) }),
  );
const reader = {
  read(paper) {
    current = paper.id;
    return readers[foldOf[paper.id]].read(paper);
  },
};
const texts = new Map();
for (const file of values.texts)
  for (const paper of readSource(file, readFileSync(file)).papers) if (!texts.has(paper.id)) texts.set(paper.id, paper);
const sets = values.gold.map((dir) =>
  readdirSync(dir)
    .filter((f) => f.endsWith('.json'))
    .sort()
    .map((f) => JSON.parse(readFileSync(join(dir, f), 'utf8'))),
);
for (const [name, gold] of [['all', sets.flat()], ...values.gold.map((dir, i) => [dir, sets[i]])]) {
  const report = evaluate(reader, gold, texts, !values.all);
  if (values.json) console.log(JSON.stringify({ name, ...report }));
  else {
    console.log(`\n${name}: ${report.papers} papers`);
    for (const [key, s] of Object.entries(report.scores))
      console.log(`${key.padEnd(24)} ${s.precision.toFixed(3)} ${s.recall.toFixed(3)} ${s.f1.toFixed(3)} ${String(s.gold).padStart(5)}`);
    console.log(
      `results ${report.results.recall.toFixed(3)} of ${report.results.gold} found, precision ${report.results.precision.toFixed(3)}`,
    );
    for (const [from, to, n, right] of report.reliability)
      console.log(`confidence ${from.toFixed(1)}-${to.toFixed(1)} ${String(n).padStart(6)} right ${right.toFixed(3)}`);
  }
}
