// The typed client, `paperloom/client`: one method for each operation of the API, made from the table that the server's OpenAPI document is
// made from. Runs wherever `fetch` does. Answers are checked against their schemas; keys of newer servers are left out.
import type { z } from 'zod';
import { errorBodySchema } from '../shared/api/common.ts';
import type { IngestPreview, IngestReport } from '../shared/api/ingest.ts';
import { type Job, type JobResponse, jobSchema } from '../shared/api/jobs.ts';
import { OPERATION_IDS, OPERATIONS, type Operation, type OperationId } from '../shared/api/operations.ts';

export interface ClientOptions {
  /** Where the server is; `http://127.0.0.1:4780` when absent. */
  readonly url?: string;
  /** PAPERLOOM_TOKEN of the server, or the token in owner.json of its data folder, which writing needs. */
  readonly token?: string;
  /** Language of error messages. */
  readonly lang?: 'en' | 'zh';
  /** Instead of the global one. */
  readonly fetch?: typeof fetch;
}
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** A failure that the server put into words. */
export class PaperloomError extends Error {
  readonly status: number;
  /** `not_found`, `syntax`, ...; `internal` for a bug, `no_answer` when there was no server. */
  readonly code: string;
  readonly hint: string;
  readonly requestId: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(
    status: number,
    error: { code: string; message: string; hint: string; requestId: string; line?: number | undefined; column?: number | undefined },
    cause?: unknown,
  ) {
    super(error.message, cause === undefined ? undefined : { cause });
    this.name = 'PaperloomError';
    this.status = status;
    this.code = error.code;
    this.hint = error.hint;
    this.requestId = error.requestId;
    this.line = error.line;
    this.column = error.column;
  }
}

type Table = typeof OPERATIONS;
/** What may be left out may be left out; values as they are after parsing: numbers are numbers. */
type Typed<S> = S extends z.ZodObject ? { [K in keyof z.input<S>]: K extends keyof z.output<S> ? z.output<S>[K] : never } : unknown;
type BodyOf<O> = O extends { body: infer B }
  ? B extends 'bytes'
    ? { readonly body: Uint8Array }
    : B extends z.ZodType
      ? z.input<B>
      : unknown
  : unknown;
type InputOf<O> = Typed<O extends { params: infer P } ? P : unknown> & Typed<O extends { query: infer Q } ? Q : unknown> & BodyOf<O>;
type OutputOf<O> = O extends { response: infer R } ? (R extends z.ZodType ? z.output<R> : string) : never;
type Method<O> =
  Record<never, never> extends InputOf<O>
    ? (input?: InputOf<O>, options?: CallOptions) => Promise<OutputOf<O>>
    : (input: InputOf<O>, options?: CallOptions) => Promise<OutputOf<O>>;
type Special = 'ingest' | 'jobEvents' | 'export';
type IngestInput = Omit<InputOf<Table['ingest']>, 'dryRun' | 'job'>;

/** Operations that answer page by page. */
export type PagedOperation = 'papers' | 'neighbours' | 'overrides';

export type PaperloomClient = { readonly [I in Exclude<OperationId, Special>]: Method<Table[I]> } & {
  /** Reads the bytes of one source into the graph. */
  ingest(input: IngestInput, options?: CallOptions): Promise<IngestReport>;
  /** Says what `ingest` would change. */
  previewIngest(input: IngestInput, options?: CallOptions): Promise<IngestPreview>;
  /** Starts an ingest and answers at once; `jobEvents` tells how it goes on. */
  startIngest(input: IngestInput, options?: CallOptions): Promise<Job>;
  /** The job as it is, then after every change; ends with the job. */
  jobEvents(input: { readonly id: string }, options?: CallOptions): AsyncGenerator<Job>;
  /** The bytes of an export as they come. */
  export(input: InputOf<Table['export']>, options?: CallOptions): Promise<ReadableStream<Uint8Array>>;
  /** All pages of a list, one after the other. */
  pages<I extends PagedOperation>(
    operation: I,
    input?: Omit<InputOf<Table[I]>, 'cursor'>,
    options?: CallOptions,
  ): AsyncGenerator<OutputOf<Table[I]>>;
};

export function createClient(options: ClientOptions = {}): PaperloomClient {
  const connection = new Connection(options);
  const methods = Object.fromEntries(
    OPERATION_IDS.map((id) => [id, (input: Input = {}, call: CallOptions = {}) => connection.ask(OPERATIONS[id], input, call)]),
  );
  const ingest = (input: Input, more: Input, call: CallOptions = {}): Promise<unknown> =>
    connection.ask(OPERATIONS.ingest, { ...input, ...more }, call);
  return {
    ...methods,
    ingest: (input: Input, call: CallOptions) => ingest(input, {}, call),
    previewIngest: (input: Input, call: CallOptions) => ingest(input, { dryRun: true }, call),
    startIngest: async (input: Input, call: CallOptions) => ((await ingest(input, { job: true }, call)) as JobResponse).job,
    jobEvents: (input: Input, call: CallOptions = {}) => connection.events(OPERATIONS.jobEvents, input, call),
    export: async (input: Input, call: CallOptions = {}) => (await connection.send(OPERATIONS.export, input, call)).body,
    async *pages(id: PagedOperation, input: Input = {}, call: CallOptions = {}) {
      let cursor: string | null | undefined;
      do {
        const page = (await connection.ask(OPERATIONS[id], { ...input, ...(cursor ? { cursor } : {}) }, call)) as { cursor: string | null };
        yield page;
        ({ cursor } = page);
      } while (cursor);
    },
  } as unknown as PaperloomClient;
}

type Input = Readonly<Record<string, unknown>>;

class Connection {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #fetch: typeof fetch;

  constructor({ url = 'http://127.0.0.1:4780', token, lang, fetch: own }: ClientOptions) {
    this.#url = url.replace(/\/+$/, '');
    this.#headers = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(lang ? { 'accept-language': lang } : {}) };
    this.#fetch = own ?? ((...call) => globalThis.fetch(...call));
  }

  async ask(operation: Operation, input: Input, call: CallOptions): Promise<unknown> {
    const response = await this.send(operation, input, call);
    return typeof operation.response === 'string' ? response.text() : operation.response.parse(await response.json());
  }

  async *events(operation: Operation, input: Input, call: CallOptions): AsyncGenerator<Job> {
    const response = await this.send(operation, input, call);
    if (!response.body) return;
    const decoder = new TextDecoder();
    const reader = response.body.getReader();
    let rest = '';
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        const events = (rest + decoder.decode(value, { stream: true })).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) {
          const data = /^data: (.*)$/m.exec(event)?.[1];
          if (data !== undefined) yield jobSchema.parse(JSON.parse(data));
        }
      }
    } finally {
      await reader.cancel();
    }
  }

  /** A response that is good. Throws PaperloomError. */
  async send(operation: Operation, input: Input, { signal }: CallOptions): Promise<Response> {
    const { path, rest } = fillPath(operation, input);
    const query = new URLSearchParams();
    const body: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(rest)) {
      if (value === undefined) continue;
      if (operation.query && name in operation.query.shape) query.set(name, String(value));
      else body[name] = value;
    }
    const isBytes = operation.body === 'bytes';
    const sent = isBytes ? (body['body'] as Uint8Array<ArrayBuffer>) : operation.body === undefined ? null : JSON.stringify(body);
    const address = `${this.#url}${path}${query.size > 0 ? `?${query}` : ''}`;
    let response: Response;
    try {
      response = await this.#fetch(address, {
        method: operation.method,
        headers: {
          ...this.#headers,
          ...(sent === null ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        },
        body: sent,
        ...(signal ? { signal } : {}),
      });
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw failure(0, 'no_answer', `no answer from ${this.#url}`, cause);
    }
    if (response.ok) return response;
    const text = await response.text();
    throw toError(response.status, text);
  }
}

function fillPath({ path, params }: Operation, input: Input): { path: string; rest: Input } {
  const rest = { ...input };
  let filled: string = path;
  for (const name of Object.keys(params?.shape ?? {})) {
    filled = filled.replace(`:${name}`, encodeURIComponent(String(rest[name])));
    delete rest[name];
  }
  return { path: filled, rest };
}

function toError(status: number, text: string): PaperloomError {
  try {
    return new PaperloomError(status, errorBodySchema.parse(JSON.parse(text)).error);
  } catch (cause) {
    return failure(status, 'internal', `HTTP ${status}: ${text.slice(0, 200)}`, cause);
  }
}

function failure(status: number, code: string, message: string, cause: unknown): PaperloomError {
  return new PaperloomError(status, { code, message, hint: 'Is the server running, and is this its address?', requestId: '' }, cause);
}
