// Tests on single UTF-16 code units, and word edges: the inner loops of the finders.

export const isHan = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isUpper = (code: number): boolean => code >= 65 && code <= 90;
export const isLower = (code: number): boolean => code >= 97 && code <= 122;
export const isLatin = (code: number): boolean =>
  isUpper(code) || isLower(code) || (code >= 0xc0 && code <= 0x24f) || (code >= 0x370 && code <= 0x3ff);
/** What a Latin word is made of. */
export const isWord = (code: number): boolean => isLatin(code) || isDigit(code);

/** True when a Latin or digit run does not go on across the edge. Han characters need no edge. */
export function isEdge(text: string, at: number): boolean {
  return at <= 0 || at >= text.length || !(isWord(text.charCodeAt(at - 1)) && isWord(text.charCodeAt(at)));
}
