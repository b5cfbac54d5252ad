// Numbered schema files, applied in order and recorded in the graph. A graph of a newer program is refused.
import { readdirSync, readFileSync } from 'node:fs';
import { CYPHER_DIR, prefixLabels, type StoreKind, stripComments } from './query-text.ts';

export interface Migration {
  readonly version: number;
  readonly file: string;
  readonly statements: readonly string[];
}

/** `cypher/schema/NNNN-<what>.<kind>.cypher`; statements end with `;` at the end of a line. */
export function loadMigrations(kind: StoreKind, labelPrefix = ''): Migration[] {
  const suffix = `.${kind}.cypher`;
  return readdirSync(`${CYPHER_DIR}schema`)
    .filter((file) => file.endsWith(suffix))
    .sort()
    .map((file) => {
      const text = prefixNames(prefixLabels(stripComments(readFileSync(`${CYPHER_DIR}schema/${file}`, 'utf8')), labelPrefix), labelPrefix);
      const statements = text
        .split(/;[ \t]*(?:\n|$)/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
      return { version: Number(file.slice(0, 4)), file, statements };
    });
}

/** Names of constraints and indexes are global in a database: with a prefix they are others. */
function prefixNames(text: string, labelPrefix: string): string {
  return labelPrefix === '' ? text : text.replace(/\bpaperloom_(?=\w+ IF NOT EXISTS)/g, `paperloom_${labelPrefix.toLowerCase()}_`);
}

/** Runs what is missing. Answers the version that the graph has when it is newer than the program, else null. */
export async function runMigrations(
  migrations: readonly Migration[],
  store: { version(): Promise<number>; statement(text: string): Promise<void>; record(version: number): Promise<void> },
): Promise<number | null> {
  const have = await store.version();
  const newest = migrations.at(-1)?.version ?? 0;
  if (have > newest) return have;
  for (const migration of migrations) {
    if (migration.version <= have) continue;
    for (const text of migration.statements) await store.statement(text);
    await store.record(migration.version);
  }
  return null;
}
