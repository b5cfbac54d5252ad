// What every query of cypher/read is asked about the fixture graph. The rows are in golden-reads.json, the same for both stores.
import type { QueryName, QueryParams } from '../../src/store/queries.ts';

type ReadCase = { [N in QueryName]: { readonly query: N; readonly params: QueryParams<N> } }[QueryName];

const paper = 'paper:2601.00001';
const grpo = 'method:grpo';
const robots = 'field:embodied-ai';
const all = { from: '', to: '', words: [] };
const firstPage = { afterDate: '', afterId: '' };
const hostile = `'"\`}) DETACH DELETE n //\\u0027 🧠`;
const papers = ['paper:2601.00001', 'paper:2601.00002', 'paper:2601.00003', 'paper:none'];
const entities = [grpo, 'method:tfq-grpo', robots, 'model:qwen2.5-vl-7b', 'method:none'];

export const READ_CASES: readonly ReadCase[] = [
  { query: 'edge-facts', params: { label: 'Paper', from: paper, type: 'USES', to: grpo } },
  { query: 'edge-facts', params: { label: 'Entity', from: 'model:it-is-`mine`', type: 'DERIVED_FROM', to: 'model:qwen2.5-vl-7b' } },
  { query: 'edges-from-ids', params: { label: 'Paper', ids: ['paper:2601.00002'] } },
  { query: 'edges-from-ids', params: { label: 'Result', ids: ['result:2601.00001:1'] } },
  { query: 'entities-orphaned', params: { ids: [...entities, 'field:artificial-intelligence'] } },
  { query: 'entities-reached', params: { ids: entities, limit: 20 } },
  { query: 'entities-stored', params: { ids: entities } },
  { query: 'entities-support', params: { ids: entities } },
  { query: 'entities-surfaces', params: { ids: entities } },
  { query: 'entity-children', params: { id: grpo, limit: 10 } },
  { query: 'entity-facts', params: { id: grpo } },
  { query: 'entity-facts', params: { id: hostile } },
  { query: 'entity-papers-count', params: { entity: grpo, types: ['USES'], ...all } },
  { query: 'entity-papers-list', params: { entity: grpo, types: [], ...all, ...firstPage, limit: 2 } },
  {
    query: 'entity-papers-list',
    params: { entity: grpo, types: [], ...all, afterDate: '2026-01-02', afterId: 'paper:2601.00002', limit: 2 },
  },
  { query: 'entity-parents', params: { ids: entities } },
  { query: 'entity-role-counts', params: { id: grpo } },
  { query: 'entity-role-edges', params: { id: grpo, type: 'USES', role: 'method/uses', limit: 10 } },
  { query: 'ids-by-element', params: { ids: [] } },
  { query: 'leaderboards-list', params: { limit: 10 } },
  { query: 'leaderboard-results', params: { id: 'benchmark:aime-2024', limit: 10 } },
  { query: 'leaderboard-results', params: { id: 'benchmark:open-x', limit: 10 } },
  { query: 'leaderboard-count', params: { id: 'benchmark:open-x' } },
  { query: 'models-below', params: { ids: ['model:qwen2.5-vl', 'model:qwen2.5-vl-7b'] } },
  { query: 'models-papers', params: { ids: ['model:qwen2.5-vl-7b', 'model:gpt-4o'], limit: 10 } },
  { query: 'models-papers-counts', params: { ids: ['model:qwen2.5-vl-7b', 'model:gpt-4o'] } },
  { query: 'papers-techniques', params: { ids: papers } },
  { query: 'leaderboard-count', params: { id: 'benchmark:aime-2024' } },
  { query: 'ledger-seq', params: { id: 'ledger:none' } },
  { query: 'map-entities', params: { limit: 5 } },
  { query: 'map-entity-edges', params: { ids: entities } },
  { query: 'map-paper-edges', params: { ids: papers } },
  { query: 'map-papers', params: { limit: 3 } },
  { query: 'models-below', params: { ids: ['model:qwen2.5-vl', 'model:qwen2.5-vl-7b', 'model:none'] } },
  { query: 'models-papers', params: { ids: ['model:qwen2.5-vl-7b', 'model:it-is-`mine`'], limit: 10 } },
  { query: 'models-papers-counts', params: { ids: ['model:qwen2.5-vl-7b', 'model:it-is-`mine`'] } },
  { query: 'neighbours-in', params: { label: 'Entity', id: grpo, types: [], after: '', limit: 10 } },
  { query: 'neighbours-in', params: { label: 'Entity', id: grpo, types: ['USES'], after: 'USES|paper:2601.00001|', limit: 1 } },
  { query: 'neighbours-in-counts', params: { label: 'Entity', id: 'model:qwen2.5-vl-7b' } },
  { query: 'neighbours-out', params: { label: 'Paper', id: paper, types: [], after: '', limit: 3 } },
  { query: 'neighbours-out', params: { label: 'Entity', id: 'model:it-is-`mine`', types: [], after: '', limit: 3 } },
  { query: 'neighbours-out-counts', params: { label: 'Paper', id: paper } },
  { query: 'node-ids-page', params: { label: 'Entity', after: 'method:', limit: 4 } },
  { query: 'nodes-by-ids', params: { label: 'Entity', ids: entities } },
  { query: 'nodes-by-ids', params: { label: 'Result', ids: ['result:2601.00001:2'] } },
  { query: 'nodes-count', params: { label: 'Paper' } },
  { query: 'nodes-count', params: { label: 'Entity' } },
  { query: 'paper-derived-stored', params: { ids: papers } },
  { query: 'paper-edges', params: { id: paper } },
  { query: 'paper-edges-stored', params: { ids: ['paper:2601.00002'] } },
  { query: 'paper-facts', params: { id: 'paper:2601.00002' } },
  { query: 'paper-results', params: { id: paper } },
  { query: 'paper-results-stored', params: { ids: ['paper:2601.00003'] } },
  { query: 'papers-count', params: { ...all, words: ['robot'] } },
  { query: 'papers-count', params: { from: '2026-01-02', to: '2026-01-02', words: [] } },
  { query: 'papers-list', params: { ...all, ...firstPage, limit: 10 } },
  { query: 'papers-list', params: { ...all, words: ['具身'], ...firstPage, limit: 10 } },
  { query: 'papers-stored', params: { ids: papers } },
  { query: 'result-links-stored', params: { ids: papers } },
  { query: 'schema-version', params: {} },
  { query: 'search-entities', params: { key: 'grpo', prefixes: ['method:'], benchmarks: false, datasets: false, limit: 10 } },
  { query: 'search-entities', params: { key: '具身', prefixes: ['field:'], benchmarks: false, datasets: false, limit: 10 } },
  { query: 'search-entities', params: { key: 'open', prefixes: [], benchmarks: true, datasets: false, limit: 10 } },
  { query: 'search-entities', params: { key: hostile, prefixes: ['method:'], benchmarks: true, datasets: true, limit: 10 } },
  { query: 'search-entities-count', params: { key: 'grpo', prefixes: ['method:'], benchmarks: false, datasets: false } },
  { query: 'stats-kept', params: {} },
  { query: 'technique-uses', params: {} },
  { query: 'technique-variants', params: {} },
  { query: 'techniques', params: {} },
];
