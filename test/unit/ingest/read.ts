// Reads a fixture or a string as a source.
import { readFileSync } from 'node:fs';
import { type ReadSource, readSource } from '../../../src/ingest/read-source.ts';
import { formatDiagnostic } from '../../../src/shared/diagnostics.ts';

export const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/ingest/${name}`, import.meta.url));
export const read = (name: string, content: string | Uint8Array = fixture(name)): ReadSource =>
  readSource(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
/** Diagnostics as editors show them, without their hints. */
export const said = (source: ReadSource): string[] => source.diagnostics.map(({ hint: _hint, ...rest }) => formatDiagnostic(rest));
