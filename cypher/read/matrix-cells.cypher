// purpose: how many papers connect each of some things with each of some others
// @access read
// @param columns list of entity ids
// @param columnRoles list of roles that a paper gives a column
// @param rows list of entity ids
// @param rowRoles list of roles that a paper gives a row
// @param from string, YYYY-MM-DD or empty
// @param to string, YYYY-MM-DD or empty
// @limit none: one row per pair with a paper
UNWIND $columns AS columnId
MATCH (b:Entity {id: columnId})<-[v]-(p:Paper)-[u]->(m:Entity)
WHERE v.role IN $columnRoles AND u.role IN $rowRoles AND m.id IN $rows
  AND ($from = '' OR p.date >= $from) AND ($to = '' OR p.date <= $to)
WITH m.id AS rowId, columnId, count(DISTINCT p.id) AS papers
RETURN rowId, columnId, papers
ORDER BY rowId, columnId
