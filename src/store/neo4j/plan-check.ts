// Whether a plan that EXPLAIN answered only reads the graph. A list of what may stand in it, not of what may not: an operator
// that a newer server brings is refused until somebody has looked at it. Names as of 5.13 to 2026.08, without their variants in parentheses.
import type { Plan } from 'neo4j-driver';

const READING = new Set(
  // rows and expressions
  (
    'ProduceResults Filter Projection Unwind PartitionedUnwind Limit ExhaustiveLimit Skip Sort PartialSort Top PartialTop Top1WithTies PartialTop1WithTies Distinct OrderedDistinct ' +
    'EagerAggregation OrderedAggregation Union OrderedUnion CacheProperties RemoteBatchProperties RemoteBatchPropertiesWithFilter PreserveOrder Eager Optional Argument EmptyRow EmptyResult ' +
    'NonFuseable NonPipelined NonPipelinedStreaming NullifyMetadata ArgumentTracker ' +
    // joins
    'Apply CartesianProduct NodeHashJoin ValueHashJoin NodeLeftOuterHashJoin NodeRightOuterHashJoin SemiApply AntiSemiApply LetSemiApply LetAntiSemiApply SelectOrSemiApply ' +
    'SelectOrAntiSemiApply LetSelectOrSemiApply LetSelectOrAntiSemiApply ConditionalApply AntiConditionalApply RollUpApply TriadicSelection TriadicBuild TriadicFilter AssertSameNode AssertSameRelationship ' +
    // nodes
    'AllNodesScan PartitionedAllNodesScan NodeByLabelScan PartitionedNodeByLabelScan NodeByIdSeek NodeByElementIdSeek NodeIndexSeek PartitionedNodeIndexSeek NodeIndexSeekByRange ' +
    'PartitionedNodeIndexSeekByRange NodeUniqueIndexSeek NodeUniqueIndexSeekByRange MultiNodeIndexSeek AssertingMultiNodeIndexSeek NodeIndexScan PartitionedNodeIndexScan NodeIndexContainsScan ' +
    'NodeIndexEndsWithScan UnionNodeByLabelsScan PartitionedUnionNodeByLabelsScan IntersectionNodeByLabelsScan PartitionedIntersectionNodeByLabelsScan SubtractionNodeByLabelsScan ' +
    'PartitionedSubtractionNodeByLabelsScan DynamicLabelNodeLookup NodeCountFromCountStore RelationshipCountFromCountStore ' +
    // relationships and paths
    'Expand OptionalExpand VarLengthExpand BFSPruningVarLengthExpand PathPropagatingBFS ShortestPath StatefulShortestPath Repeat RepeatOptions Trail BidirectionalRepeat ProjectEndpoints ' +
    ['Directed', 'Undirected']
      .flatMap((side) => ['', 'Partitioned'].map((part) => part + side))
      .flatMap((side) =>
        (
          'AllRelationshipsScan RelationshipTypeScan UnionRelationshipTypesScan RelationshipByIdSeek RelationshipByElementIdSeek RelationshipIndexSeek RelationshipIndexSeekByRange ' +
          'RelationshipUniqueIndexSeek RelationshipIndexScan RelationshipIndexContainsScan RelationshipIndexEndsWithScan'
        )
          .split(' ')
          .map((what) => side + what),
      )
      .join(' ')
  ).split(' '),
);

/** The first operator that does anything else, or null. */
export function findForbidden(plan: Pick<Plan, 'operatorType' | 'children'>): string | null {
  // `VarLengthExpand(All)@neo4j` is VarLengthExpand; locking variants are parts of writes.
  const [, name = '', variant = ''] = /^(\w+)(\(.*\))?/.exec(plan.operatorType) ?? [];
  if (!READING.has(name) || /lock/i.test(variant)) return plan.operatorType.replace(/@.*$/, '');
  for (const child of plan.children) {
    const found = findForbidden(child);
    if (found !== null) return found;
  }
  return null;
}
