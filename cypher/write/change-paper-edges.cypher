// purpose: sets edges from papers to entities of one type to exactly the row
// @access write
// @param type PaperEdgeType, chooses the text
// @param rows list {paperId, entityId, properties}, sorted by entity
// @limit none: one edge per row
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})-[r:__TYPE__]->(e:Entity {id: row.entityId})
SET r = row.properties
