// The annotated papers: texts joined with their gold mentions, cut into segments, put into folds.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LexiconSpan } from '../../../src/extract/crf/features.ts';
import { type Segments, segmentText } from '../../../src/extract/stages/segment-text.ts';
import { readSource } from '../../../src/ingest/read-source.ts';
import type { PaperText } from '../../../src/shared/paper.ts';

export interface GoldMention {
  readonly type: string;
  readonly role: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly evidence?: string;
  readonly salience?: 'core' | 'minor' | 'optional';
}

export interface Doc {
  readonly paper: PaperText;
  readonly segments: Segments;
  readonly lexicon: readonly LexiconSpan[];
  readonly mentions: readonly GoldMention[];
  /** Read by two annotators. */
  readonly dev: boolean;
  readonly source: string;
}

/** Every paper of gold/dev and gold/train that has a text, by rising id. `lexicon` gives a text's lexicon hits. */
export function loadDocs(gold: string, report: string, lexicon: (paper: PaperText) => readonly LexiconSpan[] = () => []): Doc[] {
  const texts = new Map<string, PaperText>();
  const sources = new Map<string, string>();
  const add = (file: string): void => {
    for (const paper of readSource(file, readFileSync(file)).papers) if (!texts.has(paper.id)) texts.set(paper.id, paper);
  };
  for (const part of ['dev', 'train']) {
    const file = join(gold, part, 'inputs.jsonl');
    add(file);
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const row = line.trim() ? (JSON.parse(line) as { id: string; source?: string }) : null;
      if (row?.source) sources.set(row.id, row.source);
    }
  }
  add(report);
  const docs = new Map<string, Doc>();
  for (const part of ['dev', 'train'])
    for (const file of readdirSync(join(gold, part)).filter((name) => name.endsWith('.json'))) {
      const read = JSON.parse(readFileSync(join(gold, part, file), 'utf8')) as { paper?: string; mentions?: GoldMention[] };
      const paper = read.paper === undefined ? undefined : texts.get(read.paper);
      if (!paper || !read.mentions || docs.has(paper.id)) continue;
      docs.set(paper.id, {
        paper,
        segments: segmentText(paper.text),
        lexicon: lexicon(paper),
        mentions: read.mentions,
        dev: part === 'dev',
        source: sources.get(paper.id) ?? 'report',
      });
    }
  return [...docs.values()].sort((a, b) => (a.paper.id < b.paper.id ? -1 : 1));
}

/** Fold of a paper: FNV-1a of its id. */
export function foldOf(id: string, folds: number): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 0x01000193);
  h ^= h >>> 16;
  return (Math.imul(h, 0x2c1b3c6d) >>> 0) % folds;
}
