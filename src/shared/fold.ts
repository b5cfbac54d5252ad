// How names are compared and turned into ids: folding that never changes meaning.

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  η: 'eta',
  θ: 'theta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has them.
const ASCII = /^[\x00-\x7f]*$/;
const GREEK_LETTER = /[αβγδεηθκλμπρστφχψω]/g;

/** Compatibility forms, case, Greek letters, sub- and superscripts: π₀ and pi0 become one. Keeps spaces and punctuation. */
export function foldCase(s: string): string {
  if (ASCII.test(s)) return s.toLowerCase();
  const lower = s.normalize('NFKC').toLowerCase();
  return lower.replace(GREEK_LETTER, (c) => GREEK[c] ?? c);
}

/** `foldCase` without spaces, hyphens, underscores and the like; keeps what tells names apart (+ * @ / . and digits). */
export function foldName(s: string): string {
  return foldCase(s).replace(/[\s\-‐-―_·'’"“”`()[\]{},:;$^→\\]+/gu, '');
}

/** A readable, stable id part: "Qwen2.5-VL-7B" -> "qwen2.5-vl-7b", "监督微调" stays as it is. */
export function slug(s: string): string {
  return foldCase(s)
    .replace(/\+/g, '-plus')
    .replace(/\*/g, '-star')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .replace(/--+/g, '-');
}
