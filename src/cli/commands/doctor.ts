// `paperloom doctor`: is everything in place? Each check is one line; the first thing that is wrong says what to do.
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Config } from '../../config.ts';
import { findOwner } from '../../owner-file.ts';
import { AppError, ERRORS } from '../../shared/errors.ts';
import { addSettings, configOf, STORE_SETTINGS } from '../settings-options.ts';
import { print } from '../terminal.ts';

interface Check {
  readonly check: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly hint?: string;
}

export function doctorCommand(): Command {
  const command = new Command('doctor')
    .description('Checks Node, the data folder, the ledger, the store and the built pages.')
    .option('--json', 'print the checks as JSON');
  return addSettings(command, [...STORE_SETTINGS, 'reader']).action(async (options: { json?: true }) => {
    const config = configOf({ ...options });
    const checks: Check[] = [];
    for await (const check of runChecks(config)) {
      checks.push(check);
      if (!options.json)
        await print(`${check.ok ? 'ok  ' : 'FAIL'} ${check.check}: ${check.detail}${check.hint ? `\n     ${check.hint}` : ''}`);
    }
    if (options.json) await print(JSON.stringify({ ok: checks.every((check) => check.ok), checks }));
    process.exitCode = checks.every((check) => check.ok) ? 0 : 1;
  });
}

async function* runChecks(config: Config): AsyncGenerator<Check> {
  const { PACKAGE_DIR, openWorkspace } = await import('../../open-workspace.ts');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNodeGood = major > 20 || (major === 20 && minor >= 19);
  yield { check: 'node', ok: isNodeGood, detail: process.versions.node, ...(isNodeGood ? {} : { hint: 'Node 20.19 or newer is needed' }) };
  const isBuilt = existsSync(join(PACKAGE_DIR, 'web', 'dist', 'index.html'));
  yield {
    check: 'pages',
    ok: isBuilt,
    detail: isBuilt ? 'built' : 'web/dist is missing',
    ...(isBuilt ? {} : { hint: 'Run `npm run build`' }),
  };
  yield folderCheck(config.dataDir);
  const owner = await findOwner(config.dataDir, () => undefined);
  if (owner) {
    yield { check: 'server', ok: true, detail: `running at ${owner.url} (process ${owner.pid}); ledger and store are its own` };
    return;
  }
  try {
    const { workspace, diagnostics } = await openWorkspace({ ...config, lockWaitMs: Math.min(config.lockWaitMs, 2_000) });
    try {
      const { ledger, resolver } = workspace.deps;
      yield {
        check: 'ledger',
        ok: true,
        detail: `${ledger.state.paperCount} papers, ${ledger.head} lines, every checksum right${diagnostics.map(({ message }) => `; ${message}`).join('')}`,
      };
      yield { check: 'store', ok: true, detail: await workspace.store.describe() };
      const { ledgerStats } = await import('../../pipeline/project-graph.ts');
      const [store, truth] = [await workspace.store.stats(), ledgerStats({ ledger, resolver })];
      const isEqual = store.fingerprint === truth.fingerprint;
      yield {
        check: 'fingerprint',
        ok: isEqual,
        detail: isEqual ? store.fingerprint : `store ${store.fingerprint}, ledger ${truth.fingerprint}`,
        ...(isEqual ? {} : { hint: 'Run `paperloom rebuild`' }),
      };
    } finally {
      await workspace.close();
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    yield {
      check: error.code.startsWith('ledger') ? 'ledger' : 'store',
      ok: false,
      detail: error.message,
      hint: ERRORS[error.code].hint[config.lang === 'zh' ? 'zh' : 'en'],
    };
  }
}

function folderCheck(dataDir: string): Check {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    return { check: 'data folder', ok: true, detail: dataDir };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { check: 'data folder', ok: false, detail: `${dataDir}: ${error.message}`, hint: ERRORS.folder_read_only.hint.en };
  }
}
