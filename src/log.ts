// The server's log: one JSON object a line on standard error, for people with `jq` and for collectors. What is logged never holds queries,
// headers or bodies; and should a secret of the configuration get into a stack trace, it is cut out.
import type { LogEntry } from './api/deps.ts';
import { type Config, SETTING_NAMES, SETTINGS } from './config.ts';

export interface Log {
  readonly onRequest: (entry: LogEntry) => void;
  readonly onBug: (requestId: string, error: unknown) => void;
  readonly onEvent: (event: string, more?: Readonly<Record<string, string | number>>) => void;
}

export function makeLog(config: Config, write: (line: string) => void = (line) => void process.stderr.write(line)): Log {
  const secrets = SETTING_NAMES.filter((name) => SETTINGS[name].secret)
    .map((name) => String(config[name]))
    .filter((secret) => secret !== '');
  const log = (level: 'info' | 'error', event: string, more: object): void => {
    const line = JSON.stringify({ time: new Date().toISOString(), level, event, ...more });
    // As it stands in JSON, too: a quote in a password is escaped there.
    write(`${secrets.reduce((text, secret) => text.replaceAll(JSON.stringify(secret).slice(1, -1), '***'), line)}\n`);
  };
  const isSaid = (level: Config['log']): boolean => config.log === 'requests' || config.log === level;
  return {
    onRequest: (entry) => {
      if (config.log === 'requests') log(entry.status >= 500 ? 'error' : 'info', 'request', entry);
    },
    onBug: (requestId, error) => {
      if (isSaid('errors'))
        log('error', 'bug', { requestId, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
    onEvent: (event, more = {}) => {
      if (config.log === 'requests') log('info', event, more);
    },
  };
}
