// One vitest project a kind of test. `contract` starts a real Neo4j, `e2e` drives a real Chromium; the others need neither.
import { defineConfig } from 'vitest/config';

/** Files share one loaded program: what is opened once (lexicon, reader) is there for all. */
const SHARED = { isolate: false };
const project = (name: string, more: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: 60_000, hookTimeout: 180_000, ...more },
});

export default defineConfig({
  test: {
    projects: [
      // The compiled program is run as it is.
      project('unit', { ...SHARED, server: { deps: { external: [/\/dist\//] } } }),
      project('types'),
      project('drift'),
      project('queries'),
      project('api', { ...SHARED, pool: 'forks' }),
      project('contract', { ...SHARED, pool: 'forks', fileParallelism: false, globalSetup: ['test/contract/neo4j-setup.ts'] }),
      // Times in a browser, printed; run by `npm run bench:explorer`, since a busy machine would decide.
      project('bench', { pool: 'forks', fileParallelism: false, testTimeout: 120_000 }),
      project('e2e', { pool: 'forks', fileParallelism: false, testTimeout: 120_000 }),
    ],
  },
});
