// purpose: DERIVED_FROM edges that papers state; they start at an entity the paper has an edge to
// @access read
// @param ids list of paper ids
// @limit none: the edges of the papers asked for
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[]->(a:Entity)-[d:DERIVED_FROM]->(b:Entity)
WHERE d.paperId = p.id
RETURN DISTINCT p.id AS paperId, a.id AS from, b.id AS to
