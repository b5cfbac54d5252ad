// One real Neo4j for the whole run: fetched when it is not cached, started on a free port, stopped at the end. Without it the run fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { start, stop } from '../../scripts/neo4j-local.mjs';

export interface TestServer {
  /** For scripts/neo4j-local.mjs, to stop it and start it again. */
  readonly home: string;
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: TestServer;
  }
}

const PASSWORD = 'paperloom-test';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'paperloom-neo4j-'));
  const { uri } = await start({ home, password: PASSWORD, isShortLived: true });
  project.provide('neo4j', { home, uri, user: 'neo4j', password: PASSWORD });
  return async () => {
    await stop({ home });
    rmSync(home, { recursive: true, force: true });
  };
}
