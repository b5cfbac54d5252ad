// purpose: writes results under their papers; a result becomes exactly the row
// @access write
// @param rows list {id, paperId, properties}, sorted by id
// @limit none: one node per row
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MERGE (x:Result {id: row.id})
SET x = row.properties
MERGE (p)-[:REPORTS]->(x)
