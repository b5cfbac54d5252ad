// What every query of cypher/read is asked about the fixture graph. The rows are in golden-reads.json, the same for both stores.
import { MENTION_KINDS } from '../../src/shared/ontology.ts';
import type { QueryName, QueryParams } from '../../src/store/queries.ts';

type ReadCase = { [N in QueryName]: { readonly query: N; readonly params: QueryParams<N> } }[QueryName];

const paper = 'paper:2601.00001';
const grpo = 'method:grpo';
const robots = 'field:embodied-ai';
const dates = { from: '', to: '' };
const all = { ...dates, word: '', more: [], inIds: false };
const firstPage = { afterDate: '', afterId: '' };
const hostile = `'"\`}) DETACH DELETE n //\\u0027 🧠`;
const papers = ['paper:2601.00001', 'paper:2601.00002', 'paper:2601.00003', 'paper:none'];
const entities = [grpo, 'method:tfq-grpo', robots, 'model:qwen2.5-vl-7b', 'method:none'];

export const READ_CASES: readonly ReadCase[] = [
  { query: 'edge-facts', params: { label: 'Paper', from: paper, to: grpo } },
  { query: 'edge-facts', params: { label: 'Entity', from: 'model:it-is-`mine`', to: 'model:qwen2.5-vl-7b' } },
  { query: 'edges-from-ids', params: { label: 'Paper', ids: ['paper:2601.00002'] } },
  { query: 'edges-from-ids', params: { label: 'Result', ids: ['result:2601.00001:1'] } },
  { query: 'entities-orphaned', params: { ids: [...entities, 'field:artificial-intelligence'] } },
  { query: 'entities-papers', params: { ids: entities } },
  { query: 'entities-reached', params: { ids: entities, limit: 20 } },
  { query: 'entities-stored', params: { ids: entities } },
  { query: 'entities-support', params: { ids: entities } },
  { query: 'entities-surfaces', params: { ids: entities } },
  { query: 'entity-children', params: { id: grpo, limit: 10 } },
  { query: 'entity-facts', params: { id: grpo } },
  { query: 'entity-facts', params: { id: hostile } },
  { query: 'entity-papers-count', params: { entity: grpo, roles: ['method/uses'], ...dates, words: [] } },
  { query: 'entity-papers-list', params: { entity: grpo, roles: [...MENTION_KINDS], ...dates, words: [], ...firstPage, limit: 2 } },
  {
    query: 'entity-papers-list',
    params: {
      entity: grpo,
      roles: ['method/uses', 'method/proposes'],
      ...dates,
      words: ['robot'],
      afterDate: '2026-01-02',
      afterId: 'paper:2601.00002',
      limit: 2,
    },
  },
  { query: 'entity-parents', params: { ids: entities } },
  { query: 'entity-role-counts', params: { id: grpo } },
  { query: 'entity-role-edges', params: { id: grpo, role: 'method/uses', limit: 10 } },
  { query: 'ids-by-element', params: { ids: [] } },
  { query: 'leaderboards-list', params: { limit: 10 } },
  { query: 'leaderboard-results', params: { id: 'benchmark:aime-2024', limit: 10 } },
  { query: 'leaderboard-results', params: { id: 'benchmark:open-x', limit: 10 } },
  { query: 'leaderboard-relations', params: { id: 'benchmark:aime-2024' } },
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
  { query: 'neighbours-in-entities', params: { id: grpo, limit: 10 } },
  { query: 'neighbours-in-entities', params: { id: 'model:qwen2.5-vl-7b', limit: 10 } },
  { query: 'neighbours-in-papers', params: { id: grpo, roles: [...MENTION_KINDS], after: '', limit: 10 } },
  { query: 'neighbours-in-papers', params: { id: grpo, roles: ['method/uses'], after: paper, limit: 1 } },
  { query: 'neighbours-out', params: { label: 'Paper', id: paper, limit: 10 } },
  { query: 'neighbours-out', params: { label: 'Entity', id: 'model:it-is-`mine`', limit: 3 } },
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
  { query: 'papers-count', params: { ...all, word: 'robot' } },
  { query: 'papers-count', params: { ...all, from: '2026-01-02', to: '2026-01-02' } },
  { query: 'papers-list', params: { ...all, ...firstPage, limit: 10 } },
  { query: 'papers-list', params: { ...all, word: '具身', ...firstPage, limit: 10 } },
  { query: 'papers-list', params: { ...all, word: '2601', more: ['00001'], inIds: true, ...firstPage, limit: 10 } },
  { query: 'papers-stored', params: { ids: papers } },
  { query: 'result-links-stored', params: { ids: papers } },
  { query: 'schema-version', params: {} },
  {
    query: 'search-entities',
    params: { key: 'grpo', prefixes: ['method:'], benchmarks: false, datasets: false, limit: 10 },
  },
  {
    query: 'search-entities',
    params: { key: '具身', prefixes: ['field:'], benchmarks: false, datasets: false, limit: 10 },
  },
  { query: 'search-entities', params: { key: 'open', prefixes: [], benchmarks: true, datasets: false, limit: 10 } },
  {
    query: 'search-entities',
    params: { key: hostile, prefixes: ['method:'], benchmarks: true, datasets: true, limit: 10 },
  },
  { query: 'search-entities-count', params: { key: 'grpo', prefixes: ['method:'], benchmarks: false, datasets: false } },
  { query: 'stats-kept', params: {} },
  { query: 'entities-dates', params: { ids: entities, roles: ['method/uses', 'method/proposes', 'model/proposes', 'model/base'] } },
  { query: 'papers-dates', params: {} },
  { query: 'matrix-axis', params: { label: 'Method', roles: ['method/uses', 'method/proposes'], from: '', to: '', limit: 3 } },
  { query: 'matrix-axis', params: { label: 'Dataset', roles: ['dataset/trains'], from: '2026-01-02', to: '2026-01-31', limit: 3 } },
  { query: 'matrix-axis-count', params: { label: 'Method', roles: ['method/uses', 'method/proposes'], from: '', to: '' } },
  {
    query: 'matrix-cells',
    params: {
      columns: ['benchmark:aime-2024', 'benchmark:open-x', hostile],
      columnRoles: ['benchmark/evaluates', 'dataset/trains'],
      rows: [grpo, 'method:tfq-grpo', hostile],
      rowRoles: ['method/uses', 'method/proposes'],
      from: '',
      to: '',
    },
  },
  { query: 'technique-uses', params: {} },
  { query: 'technique-variants', params: {} },
  { query: 'techniques', params: {} },
];
