// purpose: removes links of results that now point elsewhere
// @access write
// @param rows list {resultId, type, entityId}, sorted by entity
// @limit none: at most one edge per row
UNWIND $rows AS row
MATCH (x:Result {id: row.resultId})-[r]->(e:Entity {id: row.entityId})
WHERE type(r) = row.type
DELETE r
