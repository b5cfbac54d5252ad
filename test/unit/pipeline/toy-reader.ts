// A reader and a resolver small enough to see through: a text of lines `type/role Name [confidence]` is read as these mentions.
import type { Reader } from '../../../src/extract/types.ts';
import type { Resolved, Resolver } from '../../../src/resolve/types.ts';
import { slug } from '../../../src/shared/fold.ts';
import { ID_PREFIX_OF, type MentionType } from '../../../src/shared/ontology.ts';
import type { Mention, PaperText } from '../../../src/shared/paper.ts';

const PARENTS: Readonly<Record<string, string>> = {
  'TFQ-GRPO': 'GRPO',
  GRPO: 'policy optimisation',
  'Qwen2.5-VL-7B': 'Qwen2.5-VL',
  'Qwen2.5-VL': 'Qwen',
};
const SAME: Readonly<Record<string, string>> = { 'Group Relative Policy Optimization': 'GRPO' };

export const toyResolver: Resolver = {
  resolve(type, written): Resolved {
    const name = SAME[written] ?? written;
    const parent = PARENTS[name];
    return {
      type,
      id: `${ID_PREFIX_OF[type]}:${slug(name)}`,
      name,
      nameZh: name === 'GRPO' ? '组相对策略优化' : null,
      aliases: name === 'GRPO' ? ['GRPO', 'Group Relative Policy Optimization'] : [],
      parent: parent === undefined ? null : toyResolver.resolve(type, parent),
      parse: {},
    };
  },
};

export function makeToyReader(
  version = 'toy 1',
): Reader & { readonly read: (paper: PaperText) => ReturnType<Reader['read']>; reads: number } {
  return {
    version,
    reads: 0,
    read(paper) {
      this.reads++;
      const mentions: Mention[] = [];
      let at = 0;
      for (const line of paper.text.split('\n')) {
        const [, type, role, name, confidence] = /^(\w+)\/(\w+) (.+?)(?: (0\.\d+))?$/.exec(line) ?? [];
        if (type && role && name) {
          const resolved = toyResolver.resolve(type as MentionType, name);
          const evidence = {
            quote: line,
            start: at,
            end: at + line.length,
            section: '',
            sentence: line,
            sentenceStart: at,
            markStart: at,
            markEnd: at + line.length,
          };
          mentions.push({
            type: type as MentionType,
            role,
            name: resolved.name,
            aliases: [name],
            id: resolved.id,
            confidence: Number(confidence ?? 0.9),
            rule: `${type}/toy`,
            evidence,
          });
        }
        at += line.length + 1;
      }
      const score = /^score (\S+) (\S+) (\S+)$/m.exec(paper.text);
      if (!score) return { mentions, results: [] };
      const [quote, subject = '', benchmark = '', value = ''] = score;
      const start = score.index;
      const evidence = {
        quote,
        start,
        end: start + quote.length,
        section: '',
        sentence: quote,
        sentenceStart: start,
        markStart: start,
        markEnd: start + 1,
      };
      const results = [
        {
          subject,
          subjectId: toyResolver.resolve('model', subject).id,
          benchmark,
          benchmarkId: toyResolver.resolve('benchmark', benchmark).id,
          metric: 'accuracy',
          value,
          number: Number(value),
          unit: null,
          kind: 'absolute' as const,
          evidence,
        },
      ];
      return { mentions, results };
    },
    explain(paper) {
      return { extraction: this.read(paper), candidates: [] };
    },
  };
}

export function makePaperText(id: string, text: string, more: Partial<PaperText> = {}): PaperText {
  return { id, title: `Paper ${id}`, date: '2026-02-14', url: `https://arxiv.org/abs/${id}`, lang: 'en', text, ...more };
}

/** A source in our neutral JSON lines. */
export function makeSource(key: string, papers: readonly PaperText[]) {
  const name = key.split('/').at(-1) ?? key;
  return { key, name, read: () => Buffer.from(papers.map((paper) => JSON.stringify(paper)).join('\n')) };
}
