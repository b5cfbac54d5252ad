// The contract of the stores: over Grafeo and a real Neo4j. Run `npx tsc -b` first: the embedded store's child process is compiled.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'contract',
    include: ['test/contract/**/*.test.ts', 'test/queries/**/*.test.ts'],
    globalSetup: ['test/contract/neo4j-setup.ts'],
    // One server, cleared between files: files take turns.
    fileParallelism: false,
    // Generous: a cold JVM compiles every statement, on machines that do other things too.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
