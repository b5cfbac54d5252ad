// purpose: removes edges that a paper no longer states
// @access write
// @param rows list {paperId, type, entityId}, sorted by entity
// @limit none: at most one edge per row
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})-[r]->(e:Entity {id: row.entityId})
WHERE type(r) = row.type
DELETE r
