// What a store must say about a graph, computed without a store.
import { Fingerprint } from '../../src/shared/fingerprint.ts';
import { graphItems } from '../../src/shared/graph-items.ts';
import type { GraphPatch } from '../../src/shared/graph-patch.ts';
import { sha256 } from '../../src/store/apply/delta.ts';

export function fingerprintOf(graph: GraphPatch): string {
  const fingerprint = new Fingerprint(sha256);
  for (const item of graphItems(graph)) fingerprint.add(item);
  return fingerprint.value;
}
