// What a node is, from its id and its labels. Benchmarks and data sets share one id space; only labels tell them apart.
import { type NodeType, nodeTypeSchema } from '../shared/api/common.ts';
import { ownLabels } from '../shared/own-labels.ts';

/** Labels may carry a prefix (`PAPERLOOM_LABEL_PREFIX`). A node that is both benchmark and data set is a benchmark. */
export function nodeTypeOf(id: string, labels: readonly string[]): NodeType {
  const type = nodeTypeSchema.parse(id.split(':')[0]);
  const own = ownLabels(labels);
  return type === 'benchmark' && own.includes('Dataset') && !own.includes('Benchmark') ? 'dataset' : type;
}
