// The promises of GraphStore as tests, for any store: `graphStoreContract(name, make, waivers)`.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../src/shared/errors.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { QUERY_CASES } from './query-cases.ts';
import { WRITE_CASES } from './write-cases.ts';

export interface StoreMaker {
  /** Opens the same graph every time. */
  open(): Promise<GraphStore>;
  /** Ends the store's connection as a crash would: the graph stays. Absent when it cannot be done. */
  breakConnection?(store: GraphStore): Promise<void>;
}

export interface CaseContext {
  readonly store: GraphStore;
  readonly make: StoreMaker;
}

export interface ContractCase {
  readonly name: string;
  run(context: CaseContext): Promise<void>;
}

/** A promise that a store does not keep, and how it fails. A waived case that passes fails the run. */
export interface Waiver {
  readonly test: string;
  readonly reason: string;
  readonly code: string;
}

export function graphStoreContract(name: string, make: StoreMaker, waivers: readonly Waiver[] = []): void {
  describe(name, () => {
    let store: GraphStore;
    beforeAll(async () => {
      store = await make.open();
      await store.migrate();
    });
    beforeEach(() => store.clear());
    afterAll(() => store.close());

    const cases = [...WRITE_CASES, ...QUERY_CASES];
    for (const { test: waived } of waivers) {
      if (!cases.some((entry) => entry.name === waived)) throw new Error(`a waiver names a test that does not exist: ${waived}`);
    }
    for (const entry of cases) {
      const waiver = waivers.find((candidate) => candidate.test === entry.name);
      if (waiver === undefined) test(entry.name, () => entry.run({ store, make }));
      else {
        test(`${entry.name} (waived: ${waiver.reason})`, async () => {
          const outcome = await entry.run({ store, make }).then(
            () => 'passed',
            (error: unknown) => (error instanceof AppError ? error.code : String(error)),
          );
          expect(outcome).toBe(waiver.code);
        });
      }
    }
  });
}
