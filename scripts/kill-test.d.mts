// Types of kill-test.mjs, for the short version among the contract tests.
import type { GraphPatch } from '../src/shared/graph-patch.ts';

export interface KillRound {
  what: 'parent' | 'child' | 'server';
  round: number;
  afterMs: number;
  resumedAt: number;
  of: number;
  isRight: boolean;
}
export function killRounds(options: {
  only?: ('parent' | 'child' | 'server')[];
  rounds: number;
  seed?: number;
  makeHistory: (seed: number) => GraphPatch[];
  server?: { home: string; uri: string; user: string; password: string };
  onRound?: (line: KillRound) => void;
}): Promise<KillRound[]>;
