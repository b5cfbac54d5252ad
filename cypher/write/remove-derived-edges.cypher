// purpose: removes DERIVED_FROM edges that a paper no longer states
// @access write
// @param rows list {from, to, paperId}, sorted
// @limit none: at most one edge per row
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})-[d:DERIVED_FROM]->(b:Entity {id: row.to})
WHERE d.paperId = row.paperId
DELETE d
