// Whether a short form can stand for a long one by its letters: "GRPO" for "Group Relative Policy Optimization".

// Bounds the search below, which tries alternatives: longer forms are no abbreviations.
const MAX_LETTERS = 12;
const MAX_WORDS = 12;

/** True when the letters of `short` are found in order, each at the start of a word or inside one already entered. */
export function isInitialism(short: string, long: string): boolean {
  const letters = short.toLowerCase().replace(/[^a-z0-9]/g, '');
  const words = long
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  if (letters.length < 2 || letters.length > MAX_LETTERS || words.length < 1 || words.length > MAX_WORDS) return false;
  const strict = words.map((w) => w[0]).join('');
  if (strict === letters || strict.startsWith(letters)) return true;
  return reaches(letters, 0, words, 0, -1, new Set());
}

/**
 * Matches letter i in word w at or after position p + 1; the first letter of the short form must start the first word.
 * `failed` holds the places already tried in vain: without it, letters that fit everywhere would take exponential time.
 */
function reaches(letters: string, i: number, words: readonly string[], w: number, p: number, failed: Set<string>): boolean {
  if (i === letters.length) return w >= words.length - 1;
  const place = `${i},${w},${p}`;
  if (failed.has(place)) return false;
  const letter = letters[i] ?? '';
  const word = words[w];
  if (word !== undefined && i > 0) {
    const inside = word.indexOf(letter, p + 1);
    if (inside > 0 && reaches(letters, i + 1, words, w, inside, failed)) return true;
  }
  for (let next = i === 0 ? 0 : w + 1; next < Math.min(words.length, w + 3); next++) {
    if (i === 0 && next > 0) break;
    if (words[next]?.[0] === letter && reaches(letters, i + 1, words, next, 0, failed)) return true;
  }
  failed.add(place);
  return false;
}
