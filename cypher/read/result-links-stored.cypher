// purpose: what results are on and of, to compare with a patch
// @access read
// @param ids list of paper ids
// @limit none: at most two links per result of the papers asked for
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[:REPORTS]->(x:Result)-[r]->(e:Entity)
RETURN x.id AS resultId, type(r) AS type, e.id AS entityId
