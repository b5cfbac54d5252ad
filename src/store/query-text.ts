// From a query's name to the text that is sent: finds the file, takes the header off, chooses the variant, puts the label prefix in.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ENTITY_LABEL, NODE_LABELS } from '../shared/ontology.ts';
import { definitionOf, type QueryName } from './queries.ts';

export type StoreKind = 'grafeo' | 'neo4j';

/** `cypher/` of the package: the same two steps up from src/store and from dist/store. */
export const CYPHER_DIR = fileURLToPath(new URL('../../cypher/', import.meta.url));
export const META_LABEL = 'PaperloomMeta';
export const OUR_LABELS = [...NODE_LABELS, ENTITY_LABEL, META_LABEL];
/** Our texts write labels as `:Label` only; test/queries refuses strings and map keys that would look like one. */
const LABEL_IN_TEXT = new RegExp(`(?<=:)(?:${OUR_LABELS.join('|')})\\b`, 'g');

export interface PreparedQuery {
  readonly text: string;
  readonly params: Record<string, unknown>;
}

export function pathOfQuery(name: QueryName, kind: StoreKind): string {
  const base = `${CYPHER_DIR}${definitionOf(name).access}/${name}`;
  const override = `${base}.${kind}.cypher`;
  return existsSync(override) ? override : `${base}.cypher`;
}

/** Without comment lines: a `$name` in a header must not look like a parameter. */
export function stripComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('//'))
    .join('\n')
    .trim();
}

export function prefixLabels(text: string, prefix: string): string {
  return prefix === '' ? text : text.replace(LABEL_IN_TEXT, (label) => prefix + label);
}

/** Texts are read once per kind and prefix; parameters are checked against the registry every time. */
export class QueryTexts {
  readonly #kind: StoreKind;
  readonly #prefix: string;
  readonly #cache = new Map<string, string>();

  constructor(kind: StoreKind, labelPrefix = '') {
    this.#kind = kind;
    this.#prefix = labelPrefix;
  }

  prepare(name: QueryName, input: unknown): PreparedQuery {
    const definition = definitionOf(name);
    const params: Record<string, unknown> = { ...definition.params.parse(input) };
    if (definition.variant === null) return { text: this.#text(name, null), params };
    const { param, values } = definition.variant;
    const value = params[param];
    delete params[param];
    if (typeof value !== 'string' || !values.includes(value)) throw new Error(`${name}: ${param} is not one of ${values.join(', ')}`);
    return { text: this.#text(name, { marker: `__${param.toUpperCase()}__`, value }), params };
  }

  #text(name: QueryName, variant: { marker: string; value: string } | null): string {
    const key = variant === null ? name : `${name}:${variant.value}`;
    let text = this.#cache.get(key);
    if (text === undefined) {
      const body = stripComments(readFileSync(pathOfQuery(name, this.#kind), 'utf8'));
      const chosen = variant === null ? body : body.replaceAll(variant.marker, variant.value);
      text = prefixLabels(chosen, this.#prefix);
      this.#cache.set(key, text);
    }
    return text;
  }
}
