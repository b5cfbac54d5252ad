// purpose: writes DERIVED_FROM edges, one per pair and paper
// @access write
// @param rows list {from, to, paperId}, sorted
// @limit none: one edge per row
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[:DERIVED_FROM {paperId: row.paperId}]->(b)
