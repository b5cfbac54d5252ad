// kill -9 in mid-write, the short version of scripts/kill-test.mjs: nothing acknowledged is lost, nothing is half there.
import { expect, inject, test } from 'vitest';
import { killRounds } from '../../scripts/kill-test.mjs';
import { makeHistory } from './make-history.ts';

test('after a kill of parent, child or server, a replay ends where a clean run does', async () => {
  const lines = await killRounds({ rounds: 1, makeHistory: (seed) => makeHistory(seed, 12, 8), server: inject('neo4j') });
  expect(lines.filter((line) => !line.isRight)).toEqual([]);
  expect(lines.map((line) => line.what).sort()).toEqual(['child', 'parent', 'server']);
}, 300_000);
