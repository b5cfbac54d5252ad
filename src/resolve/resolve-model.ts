// From a model name to its meaning: a lexicon line where one fits, the nearest known family plus the rest of the parse
// otherwise, and the parse alone for families nobody listed.
import { slug } from '../shared/fold.ts';
import type { LexiconIndex } from './lexicon-index.ts';
import { cleanName } from './name-tokens.ts';
import { type ModelParse, modelKey, modelParent, parseModelName } from './parse-model-name.ts';
import type { Resolved } from './types.ts';

export type ResolveEntry = (name: string) => Resolved;

export function resolveModel(name: string, index: LexiconIndex, resolveEntry: ResolveEntry): Resolved {
  const cleaned = cleanName(name);
  const entry = index.byForm('model', cleaned);
  if (entry) return resolveEntry(entry.name);
  const prefix = index.byChinesePrefix('model', cleaned);
  const latin = prefix ? `${prefix.entry.name}${cleaned.slice(prefix.form.length)}` : cleaned;
  return resolveParse(parseModelName(latin, index.families), latin, index, resolveEntry);
}

function resolveParse(parse: ModelParse, surface: string, index: LexiconIndex, resolveEntry: ResolveEntry): Resolved {
  const known = index.byKey('model', modelKey(parse));
  if (known) return resolveEntry(known.name);
  const ancestor = knownAncestor(parse, index);
  const name = ancestor ? joinName(ancestor.name, restOf(parse, ancestor.parse)) : surface;
  return {
    type: 'model',
    id: `model:${ancestor ? slug(name) : slugOfParse(parse) || slug(surface)}`,
    name,
    nameZh: null,
    aliases: [],
    parent: parentOf(parse, surface, ancestor, index, resolveEntry),
    parse: describe(parse),
  };
}

/** Size, stage, date and quantisation come off one by one; of words and version only a listed family is left, or a bare name. */
function parentOf(
  parse: ModelParse,
  surface: string,
  ancestor: Ancestor | null,
  index: LexiconIndex,
  resolveEntry: ResolveEntry,
): Resolved | null {
  const parent = modelParent(parse);
  if (!parent) return null;
  const losesWords = parent.variants.length < parse.variants.length;
  const losesVersion = parent.version !== parse.version;
  if (ancestor && (losesWords || losesVersion)) return resolveEntry(ancestor.name);
  return losesWords ? null : resolveParse(parent, withoutTail(surface, parse, parent), index, resolveEntry);
}

interface Ancestor {
  readonly name: string;
  readonly parse: ModelParse;
}

/** The nearest listed family above the parse: fewest words taken off first. */
function knownAncestor(parse: ModelParse, index: LexiconIndex): Ancestor | null {
  const bare: ModelParse = { ...parse, size: '', active: '', stage: '', date: '', quant: '' };
  const sized: ModelParse[] = [];
  for (
    let wider = modelParent(parse);
    wider && (wider.size || wider.active || wider.stage || wider.date || wider.quant);
    wider = modelParent(wider)
  )
    sized.push(wider);
  for (const wider of [...sized, ...(modelParent(parse) && parse !== bare ? [bare] : []), ...withFewerWords(bare)]) {
    if (modelKey(wider) === modelKey(parse)) continue;
    const entry = index.byKey('model', modelKey(wider));
    if (entry) return { name: entry.name, parse: wider };
  }
  return null;
}

/** Without one of the words, then with just one of them; with the version, with less and less of it, and without. */
function* withFewerWords(parse: ModelParse): Generator<ModelParse> {
  const numbers = parse.version.split('+');
  for (const version of new Set([...numbers.map((_, i) => numbers.slice(0, numbers.length - i).join('+')), ''])) {
    const { variants } = parse;
    if (version !== parse.version) yield { ...parse, version };
    if (variants.length > 1) for (const gone of variants) yield { ...parse, version, variants: variants.filter((v) => v !== gone) };
    if (variants.length > 2) for (const kept of variants) yield { ...parse, version, variants: [kept] };
    if (variants.length > 0) yield { ...parse, version, variants: [] };
  }
}

function restOf(parse: ModelParse, ancestor: ModelParse): string[] {
  const rest: string[] = [];
  const goesOn = ancestor.version !== '' && parse.version.startsWith(`${ancestor.version}+`);
  if (parse.version !== ancestor.version) rest.push(...parse.version.slice(goesOn ? ancestor.version.length + 1 : 0).split('+'));
  for (const variant of parse.variants) if (!ancestor.variants.includes(variant)) rest.push(capitalise(variant));
  for (const size of [parse.size, parse.active]) if (size) rest.push(size.toUpperCase().replace('X', 'x'));
  if (parse.stage) rest.push(...parse.stage.split('+').map(capitalise));
  if (parse.date) rest.push(parse.date);
  if (parse.quant) rest.push(...parse.quant.split('+').map((q) => q.toUpperCase()));
  return rest;
}

function joinName(family: string, rest: readonly string[]): string {
  const first = rest[0] ?? '';
  const isVersion = /^\d/.test(first) && !/[bmt]$/i.test(first);
  const gluesVersion = isVersion && !/[\s\d]|v$/i.test(family);
  const separator = family.includes(' ') ? ' ' : '-';
  // "Boltz-1-9" would read as Boltz 1.9.
  if (isVersion && /\d$/.test(family)) return `${family}${separator}v${rest.join(separator)}`;
  return `${family}${gluesVersion ? '' : separator}${rest.join(separator)}`;
}

/** Short words are acronyms ("VL", "OCR"), but for these. */
const SHORT_WORDS = new Set(['pro', 'max', 'air', 'dev', 'big', 'new']);

function capitalise(word: string): string {
  return word.length <= 3 && !SHORT_WORDS.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}

function slugOfParse(p: ModelParse): string {
  return slug([`${p.family}${p.version}`, ...p.variants, p.size, p.active, p.stage, p.date, p.quant].filter(Boolean).join('-'));
}

/** The surface form without what the parent lacks: "MetaphorStar-3B" -> "MetaphorStar". */
function withoutTail(surface: string, parse: ModelParse, parent: ModelParse): string {
  const gone = new Set(
    Object.entries(parse).flatMap(([part, value]) => (parent[part as keyof ModelParse] === value ? [] : String(value).split(/[+,]/))),
  );
  const pieces = surface.split(/([\s-]+)/);
  const kept = pieces.filter((piece, i) => i === 0 || i % 2 === 1 || !gone.has(piece.toLowerCase()));
  const joined = kept
    .join('')
    .replace(/[\s-]+$/, '')
    .replace(/([\s-])[\s-]+/g, '$1');
  return joined === surface ? surface.replace(/[\s-]*v?\d+(?:\.\d+)*$/i, '') || surface : joined;
}

function describe(p: ModelParse): Record<string, string> {
  const parts = {
    family: p.family,
    version: p.version,
    variants: p.variants.join(' '),
    size: p.size,
    active: p.active,
    stage: p.stage,
    date: p.date,
    quantisation: p.quant,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value));
}
