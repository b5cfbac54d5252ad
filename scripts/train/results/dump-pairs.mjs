// Writes what the results' weights are learned from: every pair of a number and a target it may have been measured on, with
// its signs and the annotated results it would be right for.
// usage: node scripts/train/results/dump-pairs.mjs OUT_JSONL --gold DIR ... --texts FILE ...
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figureOf, sameBenchmark } from '../../../dist/eval/score-results.js';
import { readPaper } from '../../../dist/extract/create-reader.js';
import { proposeResults } from '../../../dist/extract/stages/find-results.js';
import { readSource } from '../../../dist/ingest/read-source.js';
import { openReaderParts } from '../../../dist/pipeline/open-reader.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gold: { type: 'string', multiple: true }, texts: { type: 'string', multiple: true } },
});
const parts = openReaderParts();
const texts = new Map();
for (const file of values.texts)
  for (const paper of readSource(file, readFileSync(file)).papers) if (!texts.has(paper.id)) texts.set(paper.id, paper);
const lines = [];
for (const dir of values.gold)
  for (const file of readdirSync(dir).filter((f) => f.endsWith('.json'))) {
    const gold = JSON.parse(readFileSync(join(dir, file), 'utf8'));
    const paper = texts.get(gold.paper);
    if (!paper) throw new Error(`no text for ${gold.paper}`);
    const wanted = gold.results ?? [];
    const { found, decisions, extraction } = readPaper(parts, paper);
    const { tables, prose } = proposeResults(paper.text, paper.lang, found, decisions, extraction.mentions, parts.resolver);
    const groups = [...tables, ...prose].map((pairs) =>
      pairs.map(({ signs, target, number }) => ({
        signs: [...new Set(signs)],
        target: target.id ?? target.name.toLowerCase(),
        figure: figureOf(number.value),
        right: wanted.flatMap((r, i) =>
          figureOf(r.value) === figureOf(number.value) && sameBenchmark(r.benchmark, target.name) ? [i] : [],
        ),
      })),
    );
    lines.push(JSON.stringify({ paper: gold.paper, wanted: wanted.length, groups }));
  }
writeFileSync(positionals[0], `${lines.join('\n')}\n`);
