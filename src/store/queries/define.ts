// How a line of the query registry is written: access, parameters, row, and (rarely) variants of the text.
import { z } from 'zod';

export interface Variant {
  /** The parameter whose value chooses the text; it is not sent to the store. In the file it stands as `__NAME__`, e.g. `__TYPE__`. */
  readonly param: string;
  /** The closed list of values, from the ontology: never from data. */
  readonly values: readonly string[];
}

export interface QueryDefinition<P extends z.ZodObject = z.ZodObject, R extends z.ZodObject = z.ZodObject> {
  readonly access: 'read' | 'write';
  readonly params: P;
  readonly row: R;
  readonly variant: Variant | null;
}

/** A query of `cypher/read/<name>.cypher`. */
export function readQuery<P extends z.ZodRawShape, R extends z.ZodRawShape>(params: P, row: R, variant: Variant | null = null) {
  return { access: 'read', params: z.strictObject(params), row: z.object(row), variant } as const;
}

/** A query of `cypher/write/<name>.cypher`. */
export function writeQuery<P extends z.ZodRawShape, R extends z.ZodRawShape>(params: P, row: R, variant: Variant | null = null) {
  return { access: 'write', params: z.strictObject(params), row: z.object(row), variant } as const;
}

export const idsSchema = z.array(z.string());
export const propertiesSchema = z.record(z.string(), z.unknown());
