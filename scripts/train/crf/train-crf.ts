// Trains the CRF on every annotated paper and writes its weights.
// usage: node dist/scripts/scripts/train/crf/train-crf.js [--out src/extract/weights/crf.bin] [--lexicon HITS.json]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { LexiconSpan } from '../../../src/extract/crf/features.ts';
import { loadDocs } from './docs.ts';
import { trainCrf } from './train.ts';

const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: 'gold' },
    report: { type: 'string', default: 'gold/report.md' },
    out: { type: 'string', default: 'src/extract/weights/crf.bin' },
    lexicon: { type: 'string' },
  },
});
const hits = values.lexicon ? (JSON.parse(readFileSync(values.lexicon, 'utf8')) as Record<string, LexiconSpan[]>) : {};
const docs = loadDocs(values.gold, values.report, (paper) => hits[paper.id] ?? []);
const weights = trainCrf(docs, { log: (line) => console.error(line) });
mkdirSync(dirname(values.out), { recursive: true });
writeFileSync(values.out, weights);
console.log(`${values.out}: ${weights.length} bytes from ${docs.length} papers`);
