// Writes the measured tables of docs/reading.md between its markers.
// usage: node scripts/train/cross-validate.mjs ... --json > CV.jsonl; node scripts/train/write-numbers.mjs CV.jsonl
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const PAGE = new URL('../../docs/reading.md', import.meta.url);
const [all, ...sets] = readFileSync(process.argv[2], 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const f = (x) => x.toFixed(3);
const columns = [all, ...sets];
const title = (report) => (report.name === 'all' ? 'all' : basename(report.name));
const cell = (s) => (s ? `${f(s.precision)} / ${f(s.recall)} / **${f(s.f1)}**` : '');
const scores = [
  `| | ${columns.map((r) => `${title(r)} (${r.papers} papers)`).join(' | ')} | annotated |`,
  `| --- | ${columns.map(() => '---').join(' | ')} | ---: |`,
  ...Object.keys(all.scores).map((key) => `| ${key} | ${columns.map((r) => cell(r.scores[key])).join(' | ')} | ${all.scores[key].gold} |`),
];
const results = columns.map(
  (r) =>
    `- ${title(r)}: ${f(r.results.recall)} of ${r.results.gold} annotated results found with value and benchmark, precision ${f(r.results.precision)}`,
);
const reliability = [
  '| confidence | mentions | right |',
  '| --- | ---: | ---: |',
  ...all.reliability.map(([from, to, n, right]) => `| ${from.toFixed(1)} to ${to.toFixed(1)} | ${n} | ${f(right)} |`),
];
const sure = all.reliability.filter(([from]) => from >= 0.8);
const count = sure.reduce((sum, [, , n]) => sum + n, 0);
reliability.push('', `From 0.8 on: ${f(sure.reduce((sum, [, , n, right]) => sum + n * right, 0) / count)} of ${count} are right.`);
const roles = [...new Set(Object.entries(all.confusion).flatMap(([gold, row]) => [gold, ...Object.keys(row)]))].sort();
const confusion = [
  '| annotated | read as |',
  '| --- | --- |',
  ...roles
    .filter((gold) => all.confusion[gold])
    .map(
      (gold) =>
        `| ${gold} | ${Object.entries(all.confusion[gold])
          .sort((a, b) => b[1] - a[1])
          .map(([role, n]) => `${role} ${n}`)
          .join(', ')} |`,
    ),
];
let page = readFileSync(PAGE, 'utf8');
for (const [name, lines] of Object.entries({ scores, results, reliability, confusion })) {
  const pattern = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
  if (!pattern.test(page)) throw new Error(`no marker ${name} in docs/reading.md`);
  page = page.replace(pattern, (_all, open, close) => `${open}\n${lines.join('\n')}\n\n${close}`);
}
writeFileSync(PAGE, page);
