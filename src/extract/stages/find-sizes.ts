// "基于 QwenVL-2.5 的 3B, 7B, 32B 版本", "Qwen3-4B/8B", "AIME 2024/2025": one family or contest, several members.
import type { SpanSet } from '../spans.ts';
import type { Hit } from './find-lexicon.ts';

const SIZE = String.raw`\d+(?:\.\d+)?[BM](?![\w])`;
const LIST = new RegExp(
  `^[ ]?(?:(?:的|系列的?|模型的?|models?|family)?[ ]?[（(]?[ ]?)?(${SIZE}(?:[ ]?(?:,|，|、|/|和|与|及|and|&|to|or)+[ ]?(?:and )?${SIZE})*)`,
  'u',
);
const SLASHED = new RegExp(`^(?:[ ]?/[ ]?-?${SIZE})+`, 'u');
const YEARS = /^(?:[ ]?(?:\/|、|,|&|and|和|与)[ ]?(?:20)?2\d(?![\d.%]))+/;

export function findSizes(text: string, hits: readonly Hit[], spans: SpanSet): void {
  for (const hit of hits) {
    const surface = text.slice(hit.start, hit.end);
    const rest = text.slice(hit.end, hit.end + 60);
    if (hit.entries.some((e) => e.type === 'model')) {
      const sized = /^(.*?)[-\s]?(\d+(?:\.\d+)?[BM])$/.exec(surface);
      const list = sized ? SLASHED.exec(rest)?.[0] : LIST.exec(rest)?.[1];
      if (!list) continue;
      const family = sized?.[1] ?? surface;
      for (const size of list.match(new RegExp(SIZE, 'gu')) ?? [])
        spans.add(hit.start, hit.end, 'size', { name: `${family}-${size}`, entries: hit.entries });
    } else if (hit.entries.some((e) => e.type === 'benchmark')) {
      const year = /^(.*?)[-\s']?(20)?(2\d)$/.exec(surface);
      const more = year && YEARS.exec(rest)?.[0];
      if (more)
        for (const y of more.match(/2\d(?!\d)/g) ?? [])
          spans.add(hit.start, hit.end, 'size', { name: `${year[1]} 20${y}`, entries: hit.entries });
    }
  }
}
