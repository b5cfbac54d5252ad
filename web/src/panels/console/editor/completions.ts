// What the editor offers: labels after a colon, edge types in brackets, properties after a dot, names of things inside quotes.
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { SchemaResponse } from '../../../../../src/shared/api/schema.ts';
import type { Api } from '../../../api/client.ts';
import { FUNCTIONS, KEYWORDS } from './cypher-language.ts';

const MAX_NAMES = 12;

export function makeCompletions(api: Api): (context: CompletionContext) => Promise<CompletionResult | null> {
  let schema: Promise<SchemaResponse> | null = null;
  const readSchema = (): Promise<SchemaResponse> => {
    schema ??= api.schema('all').catch((error: unknown) => {
      // Asked again next time.
      schema = null;
      throw error;
    });
    return schema;
  };
  return async (context) => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const quoted = /(['"])([^'"]{2,})$/.exec(before);
    if (quoted && isOpen(before, quoted[1] ?? '')) return names(api, context.pos - (quoted[2] ?? '').length, quoted[2] ?? '');
    const word = context.matchBefore(/[\w`]*/);
    const from = word?.from ?? context.pos;
    const lead = before.slice(0, from - line.from);
    if (from === context.pos && !context.explicit && !/[:.|]$/.test(lead)) return null;
    const known = await readSchema().catch(() => null);
    if (known === null) return { from, options: words() };
    if (/\[\w*:[\w|]*$/.test(lead))
      return { from, options: known.edges.map(({ type, edges }) => ({ label: type, type: 'type', detail: String(edges) })) };
    if (/[(\w]\s*:$/.test(lead)) return { from, options: labels(known) };
    if (/\w\.$/.test(lead)) return { from, options: properties(known) };
    return { from, options: [...words(), ...labels(known)] };
  };
}

/** An odd number of quotes stands before. */
const isOpen = (before: string, quote: string): boolean => before.split(quote).length % 2 === 0;

const words = (): Completion[] => [
  ...KEYWORDS.map((label) => ({ label, type: 'keyword' })),
  ...FUNCTIONS.map((label) => ({ label, type: 'function' })),
];
const labels = ({ labels: list }: SchemaResponse): Completion[] =>
  list.map(({ label, nodes }) => ({ label, type: 'class', detail: String(nodes) }));
function properties({ labels: nodes, edges }: SchemaResponse): Completion[] {
  const found = new Map<string, string>();
  for (const { properties: list } of [...nodes, ...edges]) for (const { name, type } of list) found.set(name, type);
  return [...found].map(([label, detail]) => ({ label, detail, type: 'property' }));
}

async function names(api: Api, from: number, typed: string): Promise<CompletionResult | null> {
  const { hits } = await api.search(typed, MAX_NAMES);
  return { from, filter: false, options: hits.map(({ id, name }) => ({ label: id, detail: name, type: 'text' })) };
}
