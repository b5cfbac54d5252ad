// purpose: what some papers say of some things, with the sentences
// @param papers list of paper ids
// @param ids list of entity ids
// @param limit integer
// @limit $limit
UNWIND $papers AS paper
MATCH (p:Paper {id: paper})-[r]->(e:Entity)
WHERE e.id IN $ids
RETURN p.id AS paper, type(r) AS role, e.id AS id, e.name AS name, r.sentence AS sentence, r.quote AS quote, r.confidence AS confidence
ORDER BY paper, id, role
LIMIT $limit
