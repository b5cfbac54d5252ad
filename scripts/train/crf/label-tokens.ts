// Gold mentions to the labels each token may have: every whole-word occurrence of a name or alias, longest first.
import { BEGIN, INSIDE } from '../../../src/extract/crf/labels.ts';
import { type Tokens, tokenize } from '../../../src/extract/crf/tokenize.ts';
import { MENTION_KINDS, type MentionKind } from '../../../src/shared/ontology.ts';
import type { GoldMention } from './docs.ts';

/** How a salience is learned: as a mention, as nothing, or left open (either is right). */
export type Treatment = 'label' | 'outside' | 'open';
export interface LabelOptions {
  readonly minor: Treatment;
  readonly optional: Treatment;
}

interface Form {
  readonly tokens: readonly number[];
  readonly mention: GoldMention;
}

/** A bit for every label a token may have. */
export function labelTokens(text: string, tokens: Tokens, mentions: readonly GoldMention[], options: LabelOptions): Uint32Array {
  const masks = new Uint32Array(tokens.length).fill(1);
  const taken = new Uint8Array(tokens.length);
  const byFirst = new Map<number, Form[]>();
  for (const mention of mentions)
    for (const surface of surfacesOf(mention, text)) {
      const cut = tokenize(surface);
      const words = [...cut.word];
      const first = words[0];
      if (first === undefined || (words.length === 1 && surface.length < 2)) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { tokens: words, mention }]);
    }
  const hits: { at: number; length: number; mention: GoldMention }[] = [];
  for (let i = 0; i < tokens.length; i++)
    for (const form of byFirst.get(tokens.word[i] ?? 0) ?? [])
      if (form.tokens.every((word, k) => tokens.word[i + k] === word))
        hits.push({ at: i, length: form.tokens.length, mention: form.mention });
  hits.sort((a, b) => b.length - a.length || a.at - b.at);
  for (let h = 0; h < hits.length; h++) {
    const hit = hits[h];
    if (!hit || taken.subarray(hit.at, hit.at + hit.length).some((t) => t === 1)) continue;
    const rivals = hits.filter((o) => o.at === hit.at && o.length === hit.length).map((o) => o.mention);
    const mention = nearest(text, tokens.start[hit.at] ?? 0, rivals);
    taken.fill(1, hit.at, hit.at + hit.length);
    const treatment = mention.salience === 'minor' ? options.minor : mention.salience === 'optional' ? options.optional : 'label';
    const kind = MENTION_KINDS.indexOf(`${mention.type}/${mention.role}` as MentionKind);
    if (kind < 0 || treatment === 'outside') continue;
    const open = treatment === 'open' ? 1 : 0;
    for (let i = hit.at; i < hit.at + hit.length; i++) masks[i] = (1 << (kind + (i === hit.at ? BEGIN : INSIDE))) | open;
  }
  return masks;
}

/** Names as they stand; of "Long（Short）" both parts, not the whole. A plural s counts as the same word. */
function surfacesOf(mention: GoldMention, text: string): Set<string> {
  const found = new Set<string>();
  const lower = text.toLowerCase();
  for (const alias of [mention.name, ...(mention.aliases ?? [])]) {
    const parts = /^(.{2,}?)\s*[(（]([^()（）]{2,})[)）]$/u.exec(alias);
    for (const form of parts ? [parts[1] ?? '', parts[2] ?? ''] : [alias]) {
      const clean = form.trim();
      if (!clean) continue;
      found.add(clean);
      if (/[a-zA-Z]$/.test(clean) && lower.includes(`${clean.toLowerCase()}s`)) found.add(`${clean}s`);
    }
  }
  return found;
}

/** Of mentions with the same surface, the one whose evidence is nearest to the place; of equals the first. */
function nearest(text: string, at: number, mentions: readonly GoldMention[]): GoldMention {
  let best = mentions[0] as GoldMention;
  if (mentions.length < 2) return best;
  let least = Infinity;
  for (const mention of mentions) {
    const from = mention.evidence ? text.indexOf(mention.evidence) : -1;
    const to = from + (mention.evidence?.length ?? 0);
    const distance = from < 0 ? 1e9 : at < from ? from - at : at > to ? at - to : 0;
    if (distance < least) {
      least = distance;
      best = mention;
    }
  }
  return best;
}
