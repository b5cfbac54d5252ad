// Compiles src/extract/lexicon/*.jsonl into dist/extract/lexicon.bin and puts the weights beside it. Runs after the compiler,
// as part of the build. What the resolver looks up is worked out here, too.
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { createReader } from '../dist/extract/create-reader.js';
import { compileLexicon } from '../dist/extract/lexicon-format.js';
import { openReaderParts } from '../dist/pipeline/open-reader.js';
import { packIndexRows } from '../dist/resolve/lexicon-index.js';

const folder = new URL('../src/extract/lexicon/', import.meta.url);
const read = (file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));
const typed = [
  ['fields.jsonl', 'field'],
  ['methods.jsonl', 'method'],
  ['models.jsonl', 'model'],
  ['benchmarks.jsonl', 'benchmark'],
];
// `area` is for the people who keep the lexicon; the program does not need it.
const entries = typed.flatMap(([file, type]) => read(file).map(({ area: _area, vendor: _vendor, ...entry }) => ({ type, ...entry })));
const bytes = compileLexicon(entries, read('stop.jsonl'), (text) => createHash('sha256').update(text).digest('hex').slice(0, 12));
const packed = gzipSync(bytes, { level: 9 });
writeFileSync(new URL('../dist/extract/lexicon.bin', import.meta.url), packed);
const index = gzipSync(packIndexRows(entries), { level: 9 });
writeFileSync(new URL('../dist/extract/lexicon-index.bin', import.meta.url), index);
console.log(
  `lexicon: ${entries.length} entries, ${((packed.length + index.length) / 1e6).toFixed(2)} MB packed with its index, ${(bytes.length / 1e6).toFixed(2)} MB unpacked`,
);

const weights = new URL('../src/extract/weights/', import.meta.url);
for (const file of readdirSync(weights)) cpSync(new URL(file, weights), new URL(`../dist/extract/${file}`, import.meta.url));

// What a reader calls itself, so that it need not be opened to be asked.
const versions = Object.fromEntries(['full', 'rules'].map((mode) => [mode, createReader(openReaderParts({ mode })).version]));
writeFileSync(new URL('../dist/extract/reader-versions.json', import.meta.url), JSON.stringify(versions));
