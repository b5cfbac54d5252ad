// Forms of the lexicon in the text, whole words only, with guards kept; model and benchmark names grow over their size,
// stage, year and version.
import type { LexiconEntry } from '../../resolve/types.ts';
import { foldName } from '../../shared/fold.ts';
import { isDigit, isEdge, isHan, isLower, isUpper, isWord } from '../characters.ts';
import type { FoldedText } from '../folded-text.ts';
import type { Lexicon, Pattern } from '../lexicon-format.ts';
import type { SpanSet } from '../spans.ts';

export interface Hit {
  start: number;
  end: number;
  readonly pattern: Pattern;
  readonly entries: LexiconEntry[];
}

const MODEL_TAIL =
  /^(?:[-\s_](?:v?\d+(?:\.\d+)*[a-z]?|\d+(?:\.\d+)?(?:x\d+)?[BbMT]|A\d+(?:\.\d+)?B|VL|Coder|Math|Omni|Audio|Vision|Instruct|Chat|Base|Thinking|Turbo|[Mm]ini|[Nn]ano|Pro|Max|Plus|Flash|Lite|Preview|Large|Small|Medium|XL|Next|Air|Sonnet|Opus|Haiku|it|Distill|Realtime|Image|Edit|Embedding|Reranker|Guard|AWQ|GPTQ|FP8|Int[48])(?![\w]))+/;
const GLUED_TAIL =
  /^(?:\d+(?:\.\d+)*|v\d+(?:\.\d+)*)(?:[-\s](?:\d+(?:\.\d+)?(?:x\d+)?[BbM]|A\d+(?:\.\d+)?B|VL|Instruct|Chat|Base|Thinking|Coder|Pro|Max|Flash|[Mm]ini)(?!\w))*(?![\w.]*\w)/;
const BENCHMARK_TAIL =
  /^(?:[-\s'’]?(?:20[12]\d)|[-\s'’]?(?:2[3-7])(?![\d.%]|\s*(?:%|x|倍|个|tasks?|points?))|[-\s]v\d+(?:\.\d+)?|[-\s]\d\.\d)(?![\w%])/;

export function findLexicon(text: string, folded: FoldedText, lexicon: Lexicon, spans: SpanSet): Hit[] {
  const hits: Hit[] = [];
  const guards = new TextGuards(text);
  lexicon.automaton.scan(folded, (number, from, to) => {
    const pattern = lexicon.patternAt(number);
    if (!pattern) return;
    const start = folded.origin[from] ?? 0;
    let end = (folded.origin[to - 1] ?? 0) + 1;
    if (!isEdge(text, start) || isTailOfName(text, start)) return;
    if (!isEdge(text, end)) {
      // A plural of a Latin name: "VLMs".
      if (text.charAt(end) !== 's' || !isEdge(text, end + 1) || isDigit(text.charCodeAt(end - 1))) return;
      end++;
    }
    if (end - start > pattern.form.length * 2 + 8) return;
    const surface = text.slice(start, end);
    if (surface.includes('\n\n') || /[.,;:()[\]]\s/.test(surface)) return;
    if (!caseFits(surface, pattern.form)) return;
    const entries = pattern.entries.filter((entry) => guardAllows(entry, surface, pattern, guards));
    if (entries.length === 0 && !pattern.stop) return;
    hits.push({ start, end, pattern, entries });
  });
  const kept = outermost(hits);
  for (const hit of kept) {
    grow(text, hit);
    const span = spans.add(hit.start, hit.end, hit.entries.length > 0 ? 'lexicon' : 'stop', { entries: hit.entries });
    if (hit.pattern.stop) span.sources.add('stop');
  }
  return kept;
}

/** "TFQ-GRPO" is a name of its own: its last part is not GRPO. An ordinary word before the hyphen ("pre-", "self-") says nothing. */
function isTailOfName(text: string, start: number): boolean {
  if (text.charAt(start - 1) !== '-' || !isWord(text.charCodeAt(start - 2))) return false;
  for (let i = start - 2; i >= 0 && isWord(text.charCodeAt(i)); i--) if (!isLower(text.charCodeAt(i))) return true;
  return false;
}

/** Short acronyms must look like acronyms: "ACT" is not "act", "MAE" may be "MAEs" but not "mae". */
function caseFits(surface: string, form: string): boolean {
  let letters = 0;
  for (let i = 0; i < form.length; i++) {
    const code = form.charCodeAt(i);
    if (isUpper(code) || isLower(code)) letters++;
    else if (isHan(code)) return true;
  }
  if (letters === 0 || letters > 5) return true;
  const capitals = countUpper(form);
  if (capitals < 2) return letters > 3 || capitals === 0 || countUpper(surface) > 0;
  return countUpper(surface) >= Math.min(2, capitals);
}

function countUpper(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) if (isUpper(text.charCodeAt(i))) n++;
  return n;
}

function guardAllows(entry: LexiconEntry, surface: string, pattern: Pattern, text: TextGuards): boolean {
  const guard = entry.guard;
  if (!guard) return true;
  if (guard.safe && isSafe(guard.safe, pattern)) return true;
  if (guard.case && !formsMatchCase(entry, surface)) return false;
  if (guard.near) {
    const own = surface.toLowerCase();
    if (!guard.near.some((word) => text.has(word) && hasWord(text.lower, word.toLowerCase(), own))) return false;
  }
  return !guard.not?.some((word) => text.has(word));
}

/** A text in lower case, and which words of guards stand in it: guards of many lines ask for the same words. */
class TextGuards {
  readonly #text: string;
  #lower: string | null = null;
  readonly #found = new Map<string, boolean>();

  constructor(text: string) {
    this.#text = text;
  }

  get lower(): string {
    this.#lower ??= this.#text.toLowerCase();
    return this.#lower;
  }

  has(word: string): boolean {
    let found = this.#found.get(word);
    if (found === undefined) {
      found = this.lower.includes(word.toLowerCase());
      this.#found.set(word, found);
    }
    return found;
  }
}

const foldedSafe = new WeakMap<readonly string[], ReadonlySet<string>>();
const foldedForm = new WeakMap<Pattern, string>();
/** Folded on both sides: a pattern carries the spelling of whichever line came first. */
function isSafe(safe: readonly string[], pattern: Pattern): boolean {
  let forms = foldedSafe.get(safe);
  if (!forms) {
    forms = new Set(safe.map(foldName));
    foldedSafe.set(safe, forms);
  }
  let form = foldedForm.get(pattern);
  if (form === undefined) {
    form = foldName(pattern.form);
    foldedForm.set(pattern, form);
  }
  return forms.has(form);
}

function formsMatchCase(entry: LexiconEntry, surface: string): boolean {
  const bare = (s: string): string => s.replace(/[\s\-_]/g, '').replace(/s$/, '');
  const wanted = bare(surface);
  return [entry.name, ...(entry.aliases ?? []), ...(entry.zh ? [entry.zh] : [])].some((f) => bare(f) === wanted);
}

/** The word must stand somewhere else than in the name itself. */
function hasWord(lower: string, word: string, surface: string): boolean {
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
    const inName = surface.includes(word) && lower.slice(Math.max(0, at - surface.length), at + surface.length).includes(surface);
    if (
      !inName &&
      (/\p{Script=Han}/u.test(word) || (isEdge(lower, at) && (isEdge(lower, at + word.length) || lower.charAt(at + word.length) === 's')))
    )
      return true;
  }
  return false;
}

/** Hits inside longer hits go; so do hits inside a compound word, unless the rest of it is an ordinary word ("GRPO-based"). */
function outermost(hits: Hit[]): Hit[] {
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit[] = [];
  let reach = -1;
  for (const hit of hits) {
    const last = kept.at(-1);
    if (hit.end <= reach && !(last && last.start === hit.start && last.end === hit.end)) continue;
    kept.push(hit);
    reach = Math.max(reach, hit.end);
  }
  return kept;
}

function grow(text: string, hit: Hit): void {
  const isModel = hit.entries.some((e) => e.type === 'model');
  const isBenchmark = hit.entries.some((e) => e.type === 'benchmark');
  const rest = text.slice(hit.end, hit.end + 60);
  const tail = isModel
    ? (MODEL_TAIL.exec(rest) ?? (isWord(text.charCodeAt(hit.end - 1)) ? GLUED_TAIL.exec(rest) : null))
    : isBenchmark
      ? BENCHMARK_TAIL.exec(rest)
      : null;
  if (tail) hit.end += tail[0].length;
}
