// Names as the map can print them: one line, no control or direction marks, cut to a width that counts CJK letters as two.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]|\p{Extended_Pictographic}/u;
const MAX_COLUMNS = 26;
/** A paper's title up to its colon is its short title when that is a name and not half a sentence. */
const SHORT_TITLE = /^(.{2,24}?)\s*[:：]/u;

function cutToWidth(text: string, columns: number): string {
  let used = 0;
  let cut = '';
  for (const letter of text.slice(0, columns * 4)) {
    used += WIDE.test(letter) ? 2 : 1;
    if (used > columns) return `${cut.trimEnd()}…`;
    cut += letter;
  }
  return cut;
}

/** GRPO, VLA, DPO: what readers of every language call it. */
const ACRONYM = /^[A-Z][A-Za-z0-9-]{1,8}$/;
export const isAcronym = (name: string): boolean => ACRONYM.test(name) && (name.match(/[A-Z]/g) ?? []).length >= 2;

export function toMapLabel(name: string, isPaper: boolean, columns = MAX_COLUMNS): string {
  const clean = name.slice(0, 300).replace(UNPRINTABLE, '').replace(/\s+/g, ' ').trim();
  const short = isPaper ? (SHORT_TITLE.exec(clean)?.[1] ?? clean) : clean;
  return cutToWidth(short, columns);
}
