// Wrong imports do not compile. A probe is written into the folder of a project and compiled with the project's own settings;
// as .mts it is no part of the project itself, so that nobody else's build sees it.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = join(ROOT, 'node_modules/.bin/tsc');
const written: string[] = [];
let count = 0;

afterEach(() => {
  for (const file of written.splice(0)) rmSync(file, { force: true });
});

function write(file: string, content: string): string {
  written.push(file);
  writeFileSync(file, content);
  return file;
}

/** What the compiler says of a file with this text in a project's folder. */
function compile(project: string, folder: string, source: string): string[] {
  const home = join(ROOT, project);
  const name = `boundary-probe-${process.pid}-${count++}`;
  const probe = write(join(ROOT, folder, `${name}.mts`), source);
  const { references = [], include } = JSON.parse(readFileSync(join(home, 'tsconfig.json'), 'utf8')) as {
    references?: { path: string }[];
    include: string[];
  };
  const config = write(
    join(home, `tsconfig.${name}.json`),
    JSON.stringify({
      extends: './tsconfig.json',
      compilerOptions: { noEmit: true, emitDeclarationOnly: false, tsBuildInfoFile: `${join(ROOT, 'dist', name)}.tsbuildinfo` },
      include,
      files: [probe],
      references: references.map(({ path }) => ({ path: resolve(home, path) })),
    }),
  );
  written.push(`${join(ROOT, 'dist', name)}.tsbuildinfo`);
  const { stdout, stderr } = spawnSync(TSC, ['-p', config, '--pretty', 'false'], { encoding: 'utf8', cwd: ROOT });
  expect(stderr).toBe('');
  return stdout
    .replaceAll(name, 'probe')
    .replaceAll(ROOT, '/')
    .split('\n')
    .filter((line) => line.includes('probe.mts('));
}

const importOf = (specifier: string): string => `import * as thing from '${specifier}';\nexport const used: unknown = thing;\n`;

describe('what a project may import compiles', () => {
  test.each([
    ['src/shared', 'src/shared', 'zod'],
    ['src/shared', 'src/shared', './fold.ts'],
    ['src/extract', 'src/extract', '../shared/fold.ts'],
    ['src/pipeline', 'src/pipeline', 'node:fs'],
    ['src/pipeline', 'src/pipeline', '../ledger/open-ledger.ts'],
    ['src/store', 'src/store', 'neo4j-driver'],
    ['src/api', 'src/api', 'express'],
    ['src/mcp', 'src/mcp', '../store/graph-store.ts'],
    ['src/mcp', 'src/mcp', '@modelcontextprotocol/sdk/server/mcp.js'],
    ['web', 'web/src', '../../src/shared/fold.ts'],
    ['web', 'web/src', 'react'],
  ])('%s: %s/ may import %s', (project, folder, specifier) => {
    expect(compile(project, folder, importOf(specifier))).toEqual([]);
  });
});

describe('what it may not, does not', () => {
  test.each([
    ['web', 'web/src', '../../src/store/graph-store.ts'],
    ['src/shared', 'src/shared', 'node:fs'],
    ['src/shared', 'src/shared', 'express'],
    ['src/ingest', 'src/ingest', 'node:fs'],
    ['src/ingest', 'src/ingest', '../extract/characters.ts'],
    ['src/resolve', 'src/resolve', '../extract/characters.ts'],
    ['src/extract', 'src/extract', 'express'],
    ['src/extract', 'src/extract', 'node:fs'],
    ['src/extract', 'src/extract', '../store/graph-store.ts'],
    ['src/pipeline', 'src/pipeline', 'neo4j-driver'],
    ['src/pipeline', 'src/pipeline', '../api/app.ts'],
    ['src/mcp', 'src/mcp', '../pipeline/workspace.ts'],
    ['src/mcp', 'src/mcp', '../api/app.ts'],
  ])('%s: %s/ may not import %s', (project, folder, specifier) => {
    // At the specifier. A package is sent to types/forbidden.d.ts by the project's "paths", so that is what the message names.
    const named = specifier.startsWith('../') ? specifier.replace(/^(?:\.\.\/)+(?:src\/)?/, '/src/') : '/types/forbidden.d.ts';
    const said = compile(project, folder, importOf(specifier));
    expect(said.filter((line) => /probe\.mts\(1,24\): error TS\d+: /.test(line) && line.includes(named))).not.toEqual([]);
  });
});
