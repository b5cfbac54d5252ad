// Every setting of Paperloom in one table, and the only reader of the environment. Flags win over variables, variables over paperloom.config.json.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from './shared/diagnostics.ts';
import { AppError } from './shared/errors.ts';

interface Setting<T> {
  /** `--data-dir <folder>`; null for secrets, which do not belong on a command line. */
  readonly flag: string | null;
  readonly default: string;
  readonly help: string;
  readonly schema: z.ZodType<T>;
  readonly secret?: true;
}
const setting = <T>(
  flag: string | null,
  fallback: string,
  help: string,
  schema: z.ZodType<T>,
  more: { secret?: true } = {},
): Setting<T> => ({ flag, default: fallback, help, schema, ...more });
const text = z.string();
const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const STORE_URL = /^(?:grafeo|(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/[^\s/]+)$/;

export const SETTINGS = {
  dataDir: setting('--data-dir <folder>', '.paperloom', 'folder of the ledger, the embedded store and the snapshots', text.min(1)),
  store: setting(
    '--store <store>',
    'grafeo',
    '`grafeo` (embedded), or the bolt:// or neo4j:// address of a Neo4j server',
    text.regex(STORE_URL, 'expected grafeo, bolt://host:port or neo4j://host:port'),
  ),
  neo4jUser: setting('--neo4j-user <name>', 'neo4j', 'user of the Neo4j server', text),
  neo4jPassword: setting(null, '', 'password of the Neo4j server', text, { secret: true }),
  neo4jDatabase: setting('--neo4j-database <name>', 'neo4j', 'database of the Neo4j server', text.min(1)),
  labelPrefix: setting(
    '--label-prefix <prefix>',
    '',
    'put before every label in a Neo4j database that others use as well',
    text.regex(/^(?:[A-Za-z][A-Za-z0-9_]*)?$/, 'expected letters, digits and _'),
  ),
  host: setting('--host <host>', '127.0.0.1', 'address to listen on; any that is not loopback needs PAPERLOOM_TOKEN', text.min(1)),
  port: setting('--port <port>', '4780', 'port to listen on; 0 takes a free one', wholeNumber(0, 65_535)),
  token: setting(null, '', 'token that every request must carry as `Authorization: Bearer TOKEN`', text, { secret: true }),
  samplesDir: setting(
    '--samples-dir <folder>',
    '',
    'digests that `serve` reads into an empty data folder; `none` for nothing (default: the bundled samples)',
    text,
  ),
  reader: setting('--reader <reader>', 'full', '`full`, or `rules` (faster, without learned weights)', z.enum(['full', 'rules'])),
  readThreads: setting(
    '--read-threads <n>',
    '0',
    'threads that read papers when there are many; 0 takes one a core, 1 none beside the main one',
    wholeNumber(0, 64),
  ),
  batchPapers: setting('--batch-papers <n>', '250', 'papers in one write to the store', wholeNumber(1, 5_000)),
  lockWaitMs: setting(
    '--lock-wait-ms <ms>',
    '10000',
    'how long a command waits for another one that has the data folder open',
    wholeNumber(0, 600_000),
  ),
  maxUploadBytes: setting(
    '--max-upload-bytes <bytes>',
    '268435456',
    'largest source that the server takes in one request',
    wholeNumber(1_000, 1_000_000_000),
  ),
  requestsPerMinute: setting(
    '--requests-per-minute <n>',
    '1200',
    'requests that one client may send the server in a minute',
    wholeNumber(1, 1_000_000),
  ),
  watchMs: setting('--watch-ms <ms>', '2000', 'how often `ingest --watch` looks for new and changed files', wholeNumber(100, 3_600_000)),
  hfBaseUrl: setting('--hf-base-url <url>', 'https://huggingface.co', 'where `fetch hf` asks for Daily Papers', httpUrl),
  arxivBaseUrl: setting('--arxiv-base-url <url>', 'https://export.arxiv.org', 'where `fetch arxiv` asks the arXiv API', httpUrl),
  fetchPauseMs: setting(
    '--fetch-pause-ms <ms>',
    '3000',
    'pause between two requests of `fetch`; arXiv asks for 3 seconds',
    wholeNumber(0, 600_000),
  ),
  fetchTries: setting('--fetch-tries <n>', '4', 'how often `fetch` asks again when a server is busy or silent', wholeNumber(1, 20)),
  fetchTimeoutMs: setting('--fetch-timeout-ms <ms>', '60000', 'how long `fetch` waits for one answer', wholeNumber(100, 600_000)),
  maxFetchBytes: setting('--max-fetch-bytes <bytes>', '67108864', 'largest answer that `fetch` takes', wholeNumber(1_000, 1_000_000_000)),
  log: setting(
    '--log <what>',
    'errors',
    'what the server logs, as JSON lines on standard error: `requests`, only `errors`, or `off`',
    z.enum(['off', 'errors', 'requests']),
  ),
  lang: setting(
    '--lang <lang>',
    '',
    'language of messages on the terminal, `en` or `zh` (default: from LC_ALL, LC_MESSAGES or LANG)',
    z.enum(['', 'en', 'zh']),
  ),
} as const;
export type SettingName = keyof typeof SETTINGS;
export type Config = { readonly [N in SettingName]: z.output<(typeof SETTINGS)[N]['schema']> } & {
  /** Findings about paperloom.config.json. */
  readonly diagnostics: readonly Diagnostic[];
};
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];
export const CONFIG_FILE = 'paperloom.config.json';

/** `dataDir` -> `PAPERLOOM_DATA_DIR` */
export function envNameOf(name: SettingName): string {
  return `PAPERLOOM_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
}

export interface ConfigInput {
  readonly flags?: Readonly<Partial<Record<SettingName, string>>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
}

/** Throws bad_setting with the name of the setting, where it came from, and what was expected. */
export function readConfig({ flags = {}, env = process.env, cwd = process.cwd() }: ConfigInput = {}): Config {
  const { values: file, diagnostics } = readConfigFile(cwd);
  const config: Record<string, unknown> = { diagnostics };
  for (const name of SETTING_NAMES) {
    const { default: fallback, schema, secret, flag } = SETTINGS[name];
    const envName = envNameOf(name);
    const [value, origin] =
      flags[name] !== undefined
        ? [flags[name], flag?.split(' ')[0] ?? name]
        : env[envName] !== undefined && env[envName] !== ''
          ? [env[envName], envName]
          : file[name] !== undefined
            ? [file[name], `${CONFIG_FILE}, ${name}`]
            : [fallback, name];
    const parsed = schema.safeParse(value);
    if (!parsed.success)
      throw new AppError(
        'bad_setting',
        `${origin}${secret ? '' : ` is ${JSON.stringify(value)}`}: ${parsed.error.issues[0]?.message ?? 'not valid'}`,
      );
    config[name] = parsed.data;
  }
  if (config['lang'] === '') config['lang'] = /^zh/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'zh' : 'en';
  config['dataDir'] = resolve(cwd, String(config['dataDir']));
  return config as Config;
}

/** Keys are the setting's name (`dataDir`) or its upper-case form (`DATA_DIR`). */
function readConfigFile(cwd: string): { values: Partial<Record<SettingName, string>>; diagnostics: Diagnostic[] } {
  const path = resolve(cwd, CONFIG_FILE);
  if (!existsSync(path)) return { values: {}, diagnostics: [] };
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new AppError('bad_setting', `${CONFIG_FILE} is not JSON: ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
  const record = z.record(z.string(), z.union([z.string(), z.number()])).safeParse(parsed);
  if (!record.success) throw new AppError('bad_setting', `${CONFIG_FILE} must be an object of texts and numbers`);
  const names = new Map<string, SettingName>(
    SETTING_NAMES.flatMap((name) => [
      [name, name],
      [envNameOf(name).replace('PAPERLOOM_', ''), name],
    ]),
  );
  const values: Partial<Record<SettingName, string>> = {};
  const diagnostics: Diagnostic[] = [];
  for (const [key, value] of Object.entries(record.data)) {
    const name = names.get(key);
    if (name) values[name] = String(value);
    else
      diagnostics.push({
        severity: 'warning',
        code: 'config/unknown-setting',
        source: CONFIG_FILE,
        message: `there is no setting ${JSON.stringify(key)}`,
        hint: `Known: ${SETTING_NAMES.join(', ')}`,
      });
  }
  return { values, diagnostics };
}

/** The README's table of settings; a test holds the README against it. */
export function renderSettingsTable(): string {
  const rows = SETTING_NAMES.map((name) => {
    const { flag, default: fallback, help } = SETTINGS[name];
    return `| \`${envNameOf(name)}\` | ${flag ? `\`${flag.split(' ')[0]}\`` : ''} | ${fallback ? `\`${fallback}\`` : ''} | ${help} |`;
  });
  return ['| Variable | Flag | Default | What it sets |', '|---|---|---|---|', ...rows].join('\n');
}
