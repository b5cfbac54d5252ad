// purpose: how many papers connect each of some things with each of some others
// @access read
// @param columns list of entity ids
// @param columnTypes list of edge types from a paper to a column
// @param rows list of entity ids
// @param rowTypes list of edge types from a paper to a row
// @param from string, YYYY-MM-DD or empty
// @param to string, YYYY-MM-DD or empty
// @limit none: one row per pair with a paper
UNWIND $columns AS columnId
MATCH (b:Entity {id: columnId})<-[v]-(p:Paper)-[u]->(m:Entity)
WHERE type(v) IN $columnTypes AND type(u) IN $rowTypes AND m.id IN $rows
  AND ($from = '' OR p.date >= $from) AND ($to = '' OR p.date <= $to)
WITH m.id AS rowId, columnId, count(DISTINCT p.id) AS papers
RETURN rowId, columnId, papers
ORDER BY rowId, columnId
