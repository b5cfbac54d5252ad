// purpose: what papers lead to
// @param ids list of paper ids
// @param limit integer
// @limit $limit
UNWIND $ids AS source
MATCH (p:Paper {id: source})-[r]->(e:Entity)
RETURN source, type(r) AS type, e.id AS target
ORDER BY source, type, target
LIMIT $limit
