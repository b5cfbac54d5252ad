// Files that other programs read and no test of ours runs: the lockfile, the compose file, the Dockerfile, the workflow.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');
const pkg = JSON.parse(read('package.json')) as {
  version: string;
  engines: { node: string };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe('package.json and its lockfile', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    version: string;
    packages: Record<
      string,
      {
        version?: string;
        optional?: boolean;
        optionalDependencies?: Record<string, string>;
        resolved?: string;
        dependencies?: Record<string, string>;
        devDependencies?: Record<string, string>;
      }
    >;
  };

  test('every version is pinned exactly', () => {
    const loose = Object.entries({ ...pkg.dependencies, ...pkg.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  test('the lockfile was made from this package.json', () => {
    expect(lock.version).toBe(pkg.version);
    expect({ ...lock.packages['']?.dependencies, ...lock.packages['']?.devDependencies }).toEqual({
      ...pkg.dependencies,
      ...pkg.devDependencies,
    });
    const other = Object.entries(pkg.dependencies).filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version);
    expect(other).toEqual([]);
  });

  test('it holds the embedded store for every platform, so that `npm ci` works on all of them', () => {
    const wanted = lock.packages['node_modules/@grafeo-db/js']?.optionalDependencies ?? {};
    expect(Object.keys(wanted).sort()).toEqual(
      ['darwin-arm64', 'darwin-x64', 'linux-arm64-gnu', 'linux-arm64-musl', 'linux-x64-gnu', 'win32-x64-msvc'].map(
        (platform) => `@grafeo-db/js-${platform}`,
      ),
    );
    const locked = Object.fromEntries(
      Object.keys(wanted).map((name) => [
        name,
        [lock.packages[`node_modules/${name}`]?.version, lock.packages[`node_modules/${name}`]?.optional],
      ]),
    );
    expect(locked).toEqual(Object.fromEntries(Object.entries(wanted).map(([name, version]) => [name, [version, true]])));
  });

  test('no package is tied to a host: each comes from the registry that npm is set to', () => {
    const tied = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(tied.map(([name]) => name)).toEqual([]);
  });

  test('the Node version says the same in .nvmrc, engines and Dockerfile', () => {
    const major = /\d+/.exec(read('.nvmrc'))?.[0];
    expect([/\d+/.exec(pkg.engines.node)?.[0], ...[...read('Dockerfile').matchAll(/^FROM node:(\d+)/gm)].map((m) => m[1])]).toEqual([
      major,
      major,
      major,
    ]);
  });
});

interface Service {
  readonly image?: string;
  readonly build?: unknown;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

describe('docker-compose.yml', () => {
  const compose = parse(read('docker-compose.yml')) as { services: Record<string, Service>; volumes: Record<string, unknown> };
  const { neo4j, paperloom } = compose.services;

  test('has Neo4j 5 community and the app, each with a named volume', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['neo4j', 'paperloom']);
    expect(neo4j?.image).toMatch(/^neo4j:5\.\d+(?:\.\d+)?-community$/);
    expect(paperloom?.build).toBe('.');
    const mounted = [neo4j, paperloom].flatMap((service) => service?.volumes ?? []).map((volume) => volume.split(':')[0]);
    expect(mounted.sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  test('the app waits for a healthy Neo4j', () => {
    expect(neo4j?.healthcheck?.test.join(' ')).toContain('cypher-shell');
    expect(paperloom?.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
  });

  test('passwords and tokens come from .env, and every variable is in .env.example', () => {
    const secrets = Object.values(compose.services).flatMap(({ environment = {} }) =>
      Object.entries(environment).filter(([name]) => /AUTH|PASSWORD|TOKEN|SECRET|KEY/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter(([, value]) => !/^(?:neo4j\/)?\$\{\w+:\?[^}]+\}$/.test(value))).toEqual([]);
    const needed = [...read('docker-compose.yml').matchAll(/(?<!\$)\$\{(\w+)/g)].map((m) => m[1] ?? '');
    expect([...new Set(needed)].filter((name) => !new RegExp(`^#?\\s*${name}=`, 'm').test(read('.env.example')))).toEqual([]);
  });

  test('nothing is published beyond this machine', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports ?? []);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });
});

describe('the Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  test('runs as a user that is not root', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
    const user = last
      .findLast((line) => line.startsWith('USER '))
      ?.slice(5)
      .trim();
    expect(user).toBeDefined();
    expect(['root', '0']).not.toContain(user);
    expect(last.findIndex((line) => line.startsWith('USER '))).toBeLessThan(last.findIndex((line) => line.startsWith('CMD ')));
  });

  test('installs from the lockfile and copies only what exists', () => {
    expect(lines.some((line) => /^RUN npm ci\b/.test(line))).toBe(true);
    const sources = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(sources.filter((file) => !existsSync(new URL(file, ROOT)))).toEqual([]);
  });
});

test('the workflow runs what the README runs, with the Node of .nvmrc and a Java for Neo4j', () => {
  const ci = parse(read('.github/workflows/ci.yml')) as {
    on: Record<string, unknown>;
    permissions: unknown;
    jobs: Record<string, { steps: readonly { uses?: string; run?: string; with?: Record<string, string> }[] }>;
  };
  const steps = Object.values(ci.jobs).flatMap((job) => job.steps);
  expect(Object.keys(ci.on)).toContain('pull_request');
  expect(ci.permissions).toEqual({ contents: 'read' });
  expect(steps.find(({ uses }) => uses?.startsWith('actions/setup-node@'))?.with?.['node-version-file']).toBe('.nvmrc');
  expect(steps.some(({ uses }) => uses?.startsWith('actions/setup-java@'))).toBe(true);
  expect(steps.flatMap(({ run }) => run ?? []).filter((run) => /(?:^|\s)\.ci\/run$/.test(run))).toHaveLength(1);
  expect(read('.ci/run')).toContain('npm test');
});

test('the change log begins with the version of the package', () => {
  expect(/^## (\d+\.\d+\.\d+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(pkg.version);
});
