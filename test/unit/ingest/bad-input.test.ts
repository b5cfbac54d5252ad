// Bad input is said with file and line, never thrown, and what could be read is kept.
import { describe, expect, test } from 'vitest';
import { INPUT_FORMATS } from '../../../src/ingest/format.ts';
import { readSource } from '../../../src/ingest/read-source.ts';
import { fixture, read, said } from './read.ts';

const ids = (name: string, content: string | Uint8Array): string[] => read(name, content).papers.map(({ id }) => id);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? utf8(part) : part)]));

describe('nothing to read', () => {
  test.each<[string, Uint8Array, string]>([
    ['empty.md', new Uint8Array(), 'empty.md:1: error ingest/empty: the file is empty'],
    ['spaces.md', utf8(' \n\n '), 'spaces.md:1: error ingest/no-papers: no paper found'],
    [
      'picture.png',
      bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR'),
      'picture.png:1: error ingest/binary: the file is binary, not text',
    ],
    ['empty.json', utf8('[]'), 'empty.json:1: error ingest/no-papers: no paper found'],
    ['feed.xml', utf8('<?xml version="1.0"?><feed></feed>'), 'feed.xml:1: error ingest/no-papers: the feed has no entry'],
  ])('%s', (name, content, message) => {
    const source = read(name, content);
    expect(said(source)).toEqual([message]);
    expect(source.papers).toEqual([]);
  });
});

describe('invalid UTF-8', () => {
  test('is placed, and the rest is read', () => {
    const source = read(
      'latin1.jsonl',
      bytes('{"id":"2603.00301","title":"A","text":"fine"}\n{"id":"2603.00302","title":"B","text":"caf', [0xe9], ' au lait"}\n'),
    );
    expect(said(source)).toEqual(['latin1.jsonl:2:43: error ingest/not-utf8: not valid UTF-8 from here on; what could be read is kept']);
    expect(source.papers.map(({ id, text }) => [id, text])).toEqual([
      ['2603.00301', 'fine'],
      ['2603.00302', 'caf\ufffd au lait'],
    ]);
  });

  test('a replacement character that the file itself holds is none', () => {
    expect(said(read('x.jsonl', '{"id":"2603.00301","title":"A","text":"odd \ufffd sign"}'))).toEqual([]);
  });

  test('a character cut off at the end of the file is placed there', () => {
    expect(said(read('cut.md', bytes('# 题', [0xe9, 0xa2])))[0]).toMatch(/^cut\.md:1:4: error ingest\/not-utf8/);
  });
});

describe('a truncated report', () => {
  const whole = fixture('report.md').toString('utf8');

  test('says in which paper it ends, and keeps the others whole', () => {
    const cut = whole.slice(0, whole.indexOf('大语言模型') + 2);
    const source = read('report.md', cut);
    expect(said(source)).toEqual([
      `report.md:${cut.split('\n').length}: error ingest/truncated: the report ends in the middle of "Nimbus Technical Report"; what is there is kept`,
    ]);
    expect(source.papers.map(({ id }) => id)).toEqual(read('report.md').papers.map(({ id }) => id));
    expect(source.papers.slice(0, 3)).toEqual(read('report.md').papers.slice(0, 3));
  });

  test('right after a heading: that paper is left out', () => {
    const cut = whole.slice(0, whole.indexOf('- **链接**: https://arxiv.org/abs/2603.00104'));
    expect(said(read('report.md', cut)).map((line) => line.replace(/:.*(error|warning) /, ': '))).toEqual([
      'report.md: ingest/no-link: "Nimbus Technical Report" has no link; its id is made from title and date',
      'report.md: ingest/no-text: "Nimbus Technical Report" has no text',
    ]);
    expect(ids('report.md', cut)).toHaveLength(3);
  });

  test('cut anywhere it never throws', () => {
    for (let end = 0; end < whole.length; end += 7) expect(() => read('report.md', whole.slice(0, end))).not.toThrow();
  });
});

describe('JSON that is no list of papers', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'strings.json',
      '[\n  "one",\n  "two"\n]',
      [
        'strings.json:2:3: error ingest/bad-json: a paper must be an object, not a string',
        'strings.json:3:3: error ingest/bad-json: a paper must be an object, not a string',
      ],
      [],
    ],
    [
      'mixed.json',
      '[{"title":"A","summary":"s","id":"2603.00201"},\n 7,\n null,\n []]',
      [
        'mixed.json:2:2: error ingest/bad-json: a paper must be an object, not a number',
        'mixed.json:3:2: error ingest/bad-json: a paper must be an object, not null',
        'mixed.json:4:2: error ingest/bad-json: a paper must be an object, not an array',
      ],
      ['2603.00201'],
    ],
    [
      'cut.json',
      '[{"title":"A","summary":"s","id":"2603.00201"},\n{"title":"B","summ',
      ['cut.json:2:1: error ingest/truncated: the array ends in the middle of this element; the ones before are kept'],
      ['2603.00201'],
    ],
    [
      'bare.json',
      '[\n{"id":"2603.00201","summary":"no title"}]',
      ['bare.json:2:1: error ingest/bad-record: a paper needs title and summary'],
      [],
    ],
    ['comma.json', '[{"title":"A","summary":"s","id":"2603.00201"},]', [], ['2603.00201']],
    [
      'lines.jsonl',
      '{"id":"2603.00301","title":"A","text":"t"}\n{"id": broken}\n\n{"id":"2603.00303","title":"C","text":"t"}',
      ['lines.jsonl:2:1: error ingest/bad-json: this is not valid JSON'],
      ['2603.00301', '2603.00303'],
    ],
    [
      'twice.jsonl',
      '{"id":"2603.00301","title":"A","text":"t"}\n{"id":"2603.00301v2","title":"A","text":"t"}',
      ['twice.jsonl:2:1: warning ingest/duplicate: paper 2603.00301 stands in this file before; the first one is kept'],
      ['2603.00301'],
    ],
  ])('%s', (name, content, messages, kept) => {
    expect(said(read(name, content))).toEqual(messages);
    expect(ids(name, content)).toEqual(kept);
  });
});

describe('an Atom feed that breaks', () => {
  const whole = fixture('feed.atom').toString('utf8');

  test('in its second entry: the first is kept', () => {
    const cut = whole.slice(0, whole.indexOf('One Category'));
    expect(said(read('feed.atom', cut))).toEqual([expect.stringMatching(/^feed\.atom:\d+: error ingest\/bad-xml: /)]);
    expect(ids('feed.atom', cut)).toEqual(['2603.00501']);
  });

  test('by an error entry of the API', () => {
    const error =
      '<?xml version="1.0"?>\n<feed>\n<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format</summary></entry></feed>';
    expect(said(read('feed.atom', error))).toEqual([
      'feed.atom:1: error ingest/bad-record: an entry is no paper: Error: incorrect id format',
    ]);
  });

  test('without entities of its own: nothing is expanded', () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><feed><entry><id>http://arxiv.org/abs/2603.00501</id><title>&b;</title><summary>&b;</summary></entry></feed>';
    expect(() => read('bomb.atom', bomb)).not.toThrow();
  });
});

describe('a digest whose entries lack something', () => {
  test('no text', () => {
    const source = read(
      'table.md',
      '| Paper | Link |\n|---|---|\n| **Lanterns** - with a lantern | [Paper](https://arxiv.org/abs/2603.00701) |\n| [Paper](https://arxiv.org/abs/2603.00702) |\n',
    );
    expect(source.papers.map(({ id }) => id)).toContain('2603.00701');
    expect(source.diagnostics.every(({ source: file, line }) => file === 'table.md' && line !== undefined)).toBe(true);
  });
});

test('every diagnostic of every format names its file and a line', () => {
  const inputs = ['', 'x', '[', '{', '<', '<?xml', '[1]', '{}', '## 📄', '| |', '- ', '\u0001', '[{}', '{"paper":{}}', '# a\n## b'];
  for (const format of INPUT_FORMATS)
    for (const input of inputs) {
      const { diagnostics, papers } = readSource('odd.txt', utf8(input), { format });
      expect({ format, input, bad: diagnostics.filter(({ source, line }) => source !== 'odd.txt' || !(line && line >= 1)) }).toEqual({
        format,
        input,
        bad: [],
      });
      expect({ format, input, silent: papers.length === 0 && diagnostics.length === 0 }).toEqual({ format, input, silent: false });
    }
});
