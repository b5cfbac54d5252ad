// purpose: what one paper proposes, uses, builds on and is measured on, with the sentences
// @param id string, with the prefix paper:
// @param limit integer
// @limit $limit
MATCH (p:Paper {id: $id})-[r]->(e:Entity)
RETURN type(r) AS role, e.id AS id, e.name AS name, r.sentence AS sentence, r.quote AS quote, r.section AS section, r.confidence AS confidence
ORDER BY role, confidence DESC, id
LIMIT $limit
