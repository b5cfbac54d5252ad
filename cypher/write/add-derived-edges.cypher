// purpose: writes DERIVED_FROM edges that are not there yet, one per pair and paper
// @access write
// @param rows list of lists [from, to, paperId], sorted
// @limit none: one edge per row
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[:DERIVED_FROM {paperId: row[2]}]->(b)
