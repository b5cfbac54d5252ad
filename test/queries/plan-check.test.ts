// Which plans of Neo4j a user's query may have: only operators that are known to read.
import { expect, test } from 'vitest';
import { findForbidden } from '../../src/store/neo4j/plan-check.ts';

interface TestPlan {
  operatorType: string;
  children: TestPlan[];
  identifiers: string[];
  arguments: Record<string, never>;
}
const plan = (operatorType: string, ...children: TestPlan[]): TestPlan => ({ operatorType, children, identifiers: [], arguments: {} });

test.each([
  'ProduceResults',
  'Expand(All)',
  'VarLengthExpand(Pruning)',
  'NodeUniqueIndexSeek',
  'StatefulShortestPath(Into, Trail)',
  'UndirectedRelationshipTypeScan',
  'EagerAggregation',
])('%s reads', (operator) => {
  expect(findForbidden(plan('ProduceResults@neo4j', plan(`${operator}@neo4j`)))).toBeNull();
});

test.each([
  'LoadCSV',
  'TerminateTransactions',
  'ShowSettings',
  'ShowTransactions',
  'ProcedureCall',
  'Create',
  'Merge',
  'SetProperty',
  'SetLabels',
  'DetachDelete',
  'Delete',
  'RemoveLabels',
  'Foreach',
  'SubqueryForeach',
  'TransactionForeach',
  'TransactionApply',
  'NodeUniqueIndexSeek(Locking)',
  'CreateIndex',
  'DropConstraint',
  'DoNothingIfExists',
  'AlterUser',
  'SomethingNobodyKnowsYet',
  '',
])('"%s" is refused wherever it stands', (operator) => {
  const bad = plan(`${operator}@neo4j`);
  expect(findForbidden(bad)).toBe(operator);
  expect(findForbidden(plan('ProduceResults@neo4j', plan('Apply@neo4j', plan('Argument@neo4j'), plan('Filter@neo4j', bad))))).toBe(
    operator,
  );
});
