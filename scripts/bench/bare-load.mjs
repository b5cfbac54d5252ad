// The other side of the comparison: what one would write by hand to load the same rows, batched UNWIND, MERGE, SET on ids.
import neo4j from 'neo4j-driver';

const ROWS = 1_000;
const evidence = ({ quote, start, end, section, sentence, sentenceStart, markStart, markEnd }) => ({
  quote,
  start,
  end,
  section,
  sentence,
  sentenceStart,
  markStart,
  markEnd,
});

function* statements(patch) {
  const nodes = new Map();
  for (const row of patch.papers) push(nodes, ':Paper', { id: row.id, props: { ...row } });
  for (const { baseAliases, labels, ...row } of patch.entities) push(nodes, `:Entity`, { id: row.id, props: row, labels });
  for (const { evidence: e, paperId, subjectId, benchmarkId, ...row } of patch.results)
    push(nodes, ':Result', { id: row.id, props: { ...row, ...evidence(e) } });
  for (const [label, rows] of nodes) yield [`UNWIND $rows AS row MERGE (n${label} {id: row.id}) SET n += row.props`, rows];
  const labelled = new Map();
  for (const { id, labels } of patch.entities) for (const label of labels) push(labelled, label, { id });
  for (const [label, rows] of labelled) yield [`UNWIND $rows AS row MATCH (n:Entity {id: row.id}) SET n:${label}`, rows];
  const edges = new Map();
  const edge = (from, type, to, row) =>
    push(edges, `MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to}) MERGE (a)-[r:${type}]->(b) SET r += row.props`, row);
  for (const { type, paperId, entityId, evidence: e, more, ...row } of patch.paperEdges)
    edge('Paper', type, 'Entity', { from: paperId, to: entityId, props: { ...row, ...evidence(e) } });
  for (const row of patch.results) {
    edge('Paper', 'REPORTS', 'Result', { from: row.paperId, to: row.id, props: {} });
    if (row.benchmarkId) edge('Result', 'ON', 'Entity', { from: row.id, to: row.benchmarkId, props: {} });
    if (row.subjectId) edge('Result', 'OF', 'Entity', { from: row.id, to: row.subjectId, props: {} });
  }
  for (const row of patch.entityEdges)
    edge('Entity', row.type, 'Entity', { from: row.from, to: row.to, props: row.paperId ? { paperId: row.paperId } : {} });
  for (const [text, rows] of edges) yield [`UNWIND $rows AS row ${text}`, rows];
}

function push(map, key, value) {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

const LABELS = ['Paper', 'Entity', 'Result'];
const inBatches = async (patch, send) => {
  for (const [text, rows] of statements(patch)) for (let i = 0; i < rows.length; i += ROWS) await send(text, rows.slice(i, i + ROWS));
};

export async function bareGrafeo(path, timed) {
  const { default: grafeo } = await import('@grafeo-db/js');
  const db = grafeo.GrafeoDB.create(path);
  for (const label of LABELS) await db.executeCypher(`CREATE INDEX bare_${label} IF NOT EXISTS FOR (n:${label}) ON (n.id)`);
  const seconds = await timed((patch) => inBatches(patch, (text, rows) => db.executeCypher(text, { rows })));
  db.close();
  return seconds;
}

/** Whole numbers as integers, as anybody must who wants to find them again. */
const integers = (value) => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(integers);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, integers(part)]))
    : value;
};

export async function bareNeo4j(uri, timed) {
  const driver = neo4j.driver(uri);
  try {
    for (const label of LABELS)
      await driver.executeQuery(`CREATE CONSTRAINT bare_${label} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`);
    return await timed(async (patch) => {
      const session = driver.session();
      await inBatches(patch, (text, rows) => session.executeWrite((tx) => tx.run(text, integers({ rows })).then(() => undefined)));
      await session.close();
    });
  } finally {
    await driver.close();
  }
}
