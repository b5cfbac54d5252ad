// purpose: all edges from papers to entities, to compare with a patch
// @access read
// @param ids list of paper ids
// @limit none: the edges of the papers asked for
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[r]->(e:Entity)
RETURN p.id AS paperId, type(r) AS type, e.id AS entityId, properties(r) AS properties
