// purpose: edges from papers to entities, without evidence
// @access read
// @param ids list of paper ids
// @limit none: the edges of the papers asked for
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[r]->(e:Entity)
RETURN p.id AS source, type(r) AS type, e.id AS target, r.role AS role, r.confidence AS confidence
