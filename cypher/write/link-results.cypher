// purpose: links results to the benchmark they are on, or to the model or method they are of; these links are not there yet
// @access write
// @param type ON or OF, chooses the text
// @param rows list of lists [resultId, entityId], sorted by entity
// @limit none: one edge per row
UNWIND $rows AS row
MATCH (x:Result {id: row[0]})
MATCH (e:Entity {id: row[1]})
CREATE (x)-[:__TYPE__]->(e)
