// Wrong imports do not compile. A probe is written into the folder of a project and compiled with the project's own settings;
// as .mts it is no part of the project itself, so that nobody else's build sees it.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = join(ROOT, 'node_modules/.bin/tsc');
const written: string[] = [];

afterAll(() => {
  for (const file of written) rmSync(file, { force: true });
});

function write(file: string, content: string): string {
  written.push(file);
  writeFileSync(file, content);
  return file;
}

interface Probe {
  readonly project: string;
  readonly folder: string;
  readonly specifier: string;
}

const probesOf = (rows: readonly (readonly [project: string, folder: string, specifier: string])[]): Probe[] =>
  rows.map(([project, folder, specifier]) => ({ project, folder, specifier }));

const MAY = probesOf([
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
]);

const MAY_NOT = probesOf([
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
]);

/** What the compiler says of each probe: a file that imports one thing. Those of a project are compiled in one run. */
function compile(probes: readonly Probe[]): Map<Probe, string[]> {
  const said = new Map<Probe, string[]>();
  for (const project of new Set(probes.map((probe) => probe.project))) {
    const home = join(ROOT, project);
    const name = `boundary-probe-${process.pid}-${written.length}`;
    const own = probes.filter((probe) => probe.project === project);
    const files = own.map(({ folder, specifier }, i) =>
      write(join(ROOT, folder, `${name}-${i}.mts`), `import * as thing from '${specifier}';\nexport const used: unknown = thing;\n`),
    );
    const { references = [], include } = JSON.parse(readFileSync(join(home, 'tsconfig.json'), 'utf8')) as {
      references?: { path: string }[];
      include: string[];
    };
    const tsBuildInfoFile = `${join(ROOT, 'dist', name)}.tsbuildinfo`;
    written.push(tsBuildInfoFile);
    const config = write(
      join(home, `tsconfig.${name}.json`),
      JSON.stringify({
        extends: './tsconfig.json',
        compilerOptions: { noEmit: true, emitDeclarationOnly: false, tsBuildInfoFile },
        include,
        files,
        references: references.map(({ path }) => ({ path: resolve(home, path) })),
      }),
    );
    const { stdout, stderr } = spawnSync(TSC, ['-p', config, '--pretty', 'false'], { encoding: 'utf8', cwd: ROOT });
    expect(stderr).toBe('');
    const lines = stdout.replaceAll(ROOT, '/').split('\n');
    for (const [i, probe] of own.entries())
      said.set(
        probe,
        lines.filter((line) => line.includes(`${name}-${i}.mts(`)),
      );
  }
  return said;
}

let said: Map<Probe, string[]>;
beforeAll(() => {
  said = compile([...MAY, ...MAY_NOT]);
});

describe('what a project may import compiles', () => {
  test.each(MAY)('$project: $folder/ may import $specifier', (probe) => {
    expect(said.get(probe)).toEqual([]);
  });
});

describe('what it may not, does not', () => {
  test.each(MAY_NOT)('$project: $folder/ may not import $specifier', (probe) => {
    // At the specifier. A package is sent to types/forbidden.d.ts by the project's "paths", so that is what the message names.
    const { specifier } = probe;
    const named = specifier.startsWith('../') ? specifier.replace(/^(?:\.\.\/)+(?:src\/)?/, '/src/') : '/types/forbidden.d.ts';
    const refusals = said.get(probe)?.filter((line) => /\.mts\(1,24\): error TS\d+: /.test(line) && line.includes(named));
    expect(refusals).not.toEqual([]);
  });
});
