// How fast the reader is: papers a second in one process, threads against one, cost by length, time to open.
// usage: node scripts/bench/reader.mjs FILE...    (any input format; abstracts)
import { readFileSync } from 'node:fs';
import { readSource } from '../../dist/ingest/read-source.js';
import { openLexicon, openReader } from '../../dist/pipeline/open-reader.js';
import { readInThreads } from '../../dist/pipeline/reading-pool.js';

const papers = process.argv.slice(2).flatMap((file) => readSource(file, readFileSync(file)).papers);
if (papers.length === 0) throw new Error('usage: node scripts/bench/reader.mjs FILE...');
const characters = papers.reduce((sum, { text }) => sum + text.length, 0) / papers.length;
console.log(`${papers.length} papers of ${Math.round(characters)} characters on average`);
const many = Array.from({ length: Math.ceil(1500 / papers.length) }, () => papers).flat();
const seconds = (run) => {
  const started = performance.now();
  run();
  return (performance.now() - started) / 1000;
};
let best = Number.POSITIVE_INFINITY;
for (let i = 0; i < 5; i++) best = Math.min(best, seconds(openLexicon));
console.log(`lexicon opened in ${Math.round(best * 1000)} ms (best of 5)`);
/** Papers a second, from the 300th answer on: by then the threads are open. */
async function rateOf(mode, threads) {
  let started = 0;
  let count = 0;
  for await (const _ of readInThreads([...many, ...many, ...many], { mode, threads })) if (++count === 300) started = performance.now();
  return ((count - 300) / (performance.now() - started)) * 1000;
}
for (const mode of ['full', 'rules']) {
  const { reader } = openReader({ mode });
  for (const paper of papers) reader.read(paper);
  const one = Math.min(...[0, 1, 2].map(() => seconds(() => many.forEach((paper) => void reader.read(paper)))));
  console.log(`${mode}: ${Math.round(many.length / one)} papers/s in one process`);
  const alone = await rateOf(mode, 1);
  const pair = await rateOf(mode, 2);
  console.log(`${mode}: threads 1 ${Math.round(alone)} papers/s, 2 ${Math.round(pair)} papers/s, ratio ${(pair / alone).toFixed(2)}`);
  const prose = papers.map(({ text }) => text).join('\n\n');
  for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
    const text = prose.repeat(Math.ceil(size / prose.length)).slice(0, size);
    const paper = { id: 'x', title: 'x', date: '', url: '', lang: 'en', text };
    const runs = Math.max(1, Math.round(300_000 / size));
    reader.read(paper);
    const time = seconds(() => {
      for (let i = 0; i < runs; i++) reader.read(paper);
    });
    console.log(`${mode}: ${size} characters ${((time / runs / size) * 1e6).toFixed(2)} us a character`);
  }
}
