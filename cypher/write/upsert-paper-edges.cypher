// purpose: writes edges from papers to entities of one type; an edge becomes exactly the row
// @access write
// @param type PaperEdgeType, chooses the text
// @param rows list {paperId, entityId, properties}, sorted by entity
// @limit none: one edge per row
UNWIND $rows AS row
MATCH (p:Paper {id: row.paperId})
MATCH (e:Entity {id: row.entityId})
MERGE (p)-[r:__TYPE__]->(e)
SET r = row.properties
