// Writes what the reranker learns from: every candidate of every annotated paper with its features and labels.
// usage: node scripts/train/dump-candidates.mjs OUT_DIR --gold DIR[:WEIGHT] ... --extra DIR[:WEIGHT] ... --texts FILE ... [--spans FILE]
// A gold folder holds <id>.json as the annotation guidelines describe; texts are digests in any input format; spans are
// out-of-fold spans of the CRF, by paper id; papers without get those of the built weights. Extra folders are learned from,
// never measured on.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isVariant } from '../../dist/extract/create-reader.js';
import { FEATURE_NAMES, featuresOf, paperContext } from '../../dist/extract/features.js';
import { resolveCandidate } from '../../dist/extract/stages/decide.js';
import { findCandidates } from '../../dist/extract/stages/find-candidates.js';
import { readSource } from '../../dist/ingest/read-source.js';
import { openCrf, openReaderParts } from '../../dist/pipeline/open-reader.js';
import { MENTION_KINDS } from '../../dist/shared/ontology.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    gold: { type: 'string', multiple: true },
    extra: { type: 'string', multiple: true },
    texts: { type: 'string', multiple: true },
    spans: { type: 'string' },
  },
});
const out = positionals[0];
if (!out || !values.gold || !values.texts) throw new Error('usage: dump-candidates.mjs OUT_DIR --gold DIR[:WEIGHT] ... --texts FILE ...');
const { lexicon, resolver, names } = openReaderParts({ mode: 'rules' });
const crf = openCrf();
const spansOf = values.spans ? JSON.parse(readFileSync(values.spans, 'utf8')) : {};
/** As the scorer folds names. */
const fold = (s) =>
  String(s)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_–—·.,:;'"“”‘’()[\]{}/\\*$^~]+/gu, '');

const papersOf = (files) =>
  new Map(files.flatMap((file) => readSource(file, readFileSync(file)).papers.map((paper) => [paper.id, paper])).reverse());
const shared = papersOf(values.texts);

const docs = [];
const rows = [];
const missed = [];
const count = { core: 0, found: 0 };
for (const [spec, isExtra] of [...values.gold.map((g) => [g, false]), ...(values.extra ?? []).map((g) => [g, true])]) {
  const [folder, weight = '1'] = spec.split(/:(?=[\d.]+$)/);
  // An extra folder may bring texts of its own, or name the digests in texts.json.
  const own = join(folder, 'inputs.jsonl');
  const list = join(folder, 'texts.json');
  const papers = isExtra ? papersOf(existsSync(own) ? [own] : JSON.parse(readFileSync(list, 'utf8')).map((f) => join(folder, f))) : shared;
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith('.json') && f !== 'texts.json')
    .sort()) {
    const gold = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const paper = papers.get(gold.paper);
    if (!paper) throw new Error(`no text for ${gold.paper}`);
    const spans = isExtra ? undefined : spansOf[gold.paper];
    const reader = spans
      ? () => spans.map((s) => ({ start: s.start, end: s.end, probs: Float32Array.from(s.probs) }))
      : (input, segments) => crf.read(input, segments, []);
    const found = findCandidates(paper, lexicon, reader);
    const context = paperContext(paper, found, names, (name) => isVariant(resolver, name));
    const candidates = found.candidates.map((candidate) => {
      const row = new Float32Array(FEATURE_NAMES.length);
      featuresOf(candidate, found.contextsOf.get(candidate) ?? [], context, row);
      rows.push(row);
      const keys = {};
      for (const type of ['field', 'method', 'model', 'benchmark']) {
        const names = candidate.name === null ? candidate.surfaces : [candidate.name];
        keys[type] = [...new Set([...names, resolveCandidate(candidate, type, resolver).name].map(fold).filter(Boolean))];
      }
      return { surfaces: candidate.surfaces.slice(0, 4), size: candidate.spans.length, keys, labels: {} };
    });
    const wanted = gold.mentions.map((m) => ({
      kind: `${m.type}/${m.role}`,
      salience: m.salience ?? 'core',
      keys: [...new Set([m.name, ...(m.aliases ?? [])].map(fold).filter(Boolean))],
      name: m.name,
    }));
    for (const want of wanted) {
      const type = want.kind.split('/')[0].replace('dataset', 'benchmark');
      const keys = new Set(want.keys);
      const share = (c) => c.keys[type].filter((k) => keys.has(k)).length / c.keys[type].length;
      const matches = candidates.filter((c) => share(c) > 0).sort((a, b) => share(b) - share(a) || b.size - a.size);
      if (want.salience === 'core' && !isExtra) {
        count.core++;
        if (matches.length > 0) count.found++;
        else missed.push(`${gold.paper} ${want.kind} ${want.name}`);
      }
      // One candidate a gold mention; a second one that matches too is neither asked for nor wrong.
      for (const [i, match] of matches.entries()) {
        if (i === 0 && match.labels[want.kind] !== 'core') match.labels[want.kind] = want.salience;
        else match.labels[want.kind] ??= 'duplicate';
      }
    }
    docs.push({
      id: gold.paper,
      extra: isExtra,
      weight: Number(weight),
      lang: paper.lang,
      source: folder,
      origin: paper.url.includes('huggingface') && paper.lang === 'en' ? 'hf' : null,
      wanted,
      candidates,
    });
  }
}
const matrix = new Float32Array(rows.length * FEATURE_NAMES.length);
for (const [i, row] of rows.entries()) matrix.set(row, i * FEATURE_NAMES.length);
writeFileSync(join(out, 'features.bin'), new Uint8Array(matrix.buffer));
writeFileSync(join(out, 'docs.json'), JSON.stringify({ kinds: MENTION_KINDS, features: FEATURE_NAMES, docs }));
writeFileSync(join(out, 'missed.txt'), missed.join('\n'));
console.log(
  `${docs.length} papers, ${rows.length} candidates, ${FEATURE_NAMES.length} features; ${((100 * count.found) / count.core).toFixed(1)}% of core mentions have a candidate`,
);
