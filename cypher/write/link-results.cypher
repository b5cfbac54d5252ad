// purpose: links results to the benchmark they are on, or to the model or method they are of
// @access write
// @param type ON or OF, chooses the text
// @param rows list {resultId, entityId}, sorted by entity
// @limit none: one edge per row
UNWIND $rows AS row
MATCH (x:Result {id: row.resultId})
MATCH (e:Entity {id: row.entityId})
MERGE (x)-[:__TYPE__]->(e)
