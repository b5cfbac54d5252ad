// The embedded store keeps the contract; and what only it promises: one owner, crashes survived, a read-only folder named.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { GrafeoStore } from '../../src/store/grafeo/grafeo-store.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { graphStoreContract } from './graph-store-contract.ts';
import { makeSyntheticPatch } from './make-graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'paperloom-grafeo-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kill = async (store: GraphStore): Promise<void> => {
  const { pid } = store as GrafeoStore;
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
};

graphStoreContract('grafeo', { open: () => GrafeoStore.open({ path: join(folder, 'contract', 'graph.grafeo') }), breakConnection: kill });

describe('grafeo alone', () => {
  test('a second opener is told that the folder is in use', async () => {
    const path = join(folder, 'locked', 'graph.grafeo');
    const first = await GrafeoStore.open({ path });
    await expect(GrafeoStore.open({ path })).rejects.toMatchObject({ code: 'store_locked' });
    await first.close();
    await (await GrafeoStore.open({ path })).close();
  });

  test('close may be called twice, and what was written is there after a reopen and after a kill', async () => {
    const path = join(folder, 'reopen', 'graph.grafeo');
    const first = await GrafeoStore.open({ path });
    await first.migrate();
    await first.apply(makeSyntheticPatch(0, 50, 5));
    const stats = await first.stats();
    await first.close();
    await first.close();
    await expect(first.stats().then(() => first.run('schema-version', {}))).rejects.toMatchObject({ code: 'store_unavailable' });
    const second = await GrafeoStore.open({ path });
    expect(await second.stats()).toEqual(stats);
    await second.apply(makeSyntheticPatch(50, 60, 5));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await kill(second);
    expect((await second.stats()).papers).toBe(60);
    await second.close();
    const third = await GrafeoStore.open({ path });
    expect((await third.stats()).papers).toBe(60);
    await third.close();
  });

  test('counts stay exact when the process is killed in mid-write', async () => {
    const store = await GrafeoStore.open({ path: join(folder, 'killed', 'graph.grafeo') });
    await store.migrate();
    let edges = 0;
    for (let i = 0; i < 100; i += 10) {
      const applied = store.apply(makeSyntheticPatch(i, i + 10, 5));
      setTimeout(() => void kill(store), 5 + i);
      edges += (await applied).edgesAdded;
    }
    const stats = await store.stats();
    expect(edges).toBe(Object.values(stats.edges).reduce((sum, n) => sum + n, 0));
    await store.close();
  });

  test('a file that is no graph is named, without a stack trace', async () => {
    const path = join(folder, 'not-a-graph.grafeo');
    writeFileSync(path, 'hello\n'.repeat(1_000));
    await expect(GrafeoStore.open({ path })).rejects.toMatchObject({ code: 'store_unavailable' });
  });

  test('a read-only folder is named, whoever runs the tests', () => {
    const path = join(folder, 'read-only');
    mkdirSync(path);
    chmodSync(path, 0o500);
    chmodSync(folder, 0o755);
    // Root may write anywhere, so the attempt is made as nobody.
    const entry = fileURLToPath(new URL('../../dist/store/grafeo/grafeo-store.js', import.meta.url));
    const script = `const { GrafeoStore } = await import(${JSON.stringify(entry)});
      const code = await GrafeoStore.open({ path: ${JSON.stringify(join(path, 'graph.grafeo'))} }).then(() => 'opened', (error) => error.code);
      console.log(code);`;
    const isRoot = process.getuid?.() === 0;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      cwd: '/',
      ...(isRoot ? { uid: 65_534, gid: 65_534 } : {}),
    });
    chmodSync(path, 0o700);
    expect(stdout.trim(), stderr).toBe('folder_read_only');
  });

  test('a platform without a binary is told so, with the way out', async () => {
    // As on a machine the engine is not built for: its native part is not there to be loaded.
    const hook = join(folder, 'no-binary.cjs');
    writeFileSync(
      hook,
      `const Module = require('node:module'); const load = Module._load;
       Module._load = function (name, ...rest) {
         if (/^@grafeo-db\\/js-|\\.node$/.test(name)) throw Object.assign(new Error('Cannot find module ' + name), { code: 'MODULE_NOT_FOUND' });
         return load.call(this, name, ...rest);
       };`,
    );
    const before = process.env['NODE_OPTIONS'];
    process.env['NODE_OPTIONS'] = `--require ${hook}`;
    try {
      const error = await GrafeoStore.open({ path: join(folder, 'no-binary', 'graph.grafeo') }).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'store_binary_missing', detail: `${process.platform}-${process.arch}` });
    } finally {
      if (before === undefined) delete process.env['NODE_OPTIONS'];
      else process.env['NODE_OPTIONS'] = before;
    }
  });

  test('a folder that cannot be made is named', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    for (const path of [join(folder, 'a-file', 'graph.grafeo'), '/proc/paperloom/deep/graph.grafeo']) {
      await expect(GrafeoStore.open({ path }), path).rejects.toMatchObject({ code: 'folder_read_only' });
    }
  });
});
