// purpose: the papers of a thing, surest and newest first, with the sentences
// @param id string
// @param roles list of edge types, empty for all
// @param limit integer
// @limit $limit
MATCH (e:Entity {id: $id})<-[r]-(p:Paper)
WHERE size($roles) = 0 OR type(r) IN $roles
RETURN type(r) AS role, p.id AS paper, p.title AS title, p.date AS date, p.url AS url, r.sentence AS sentence, r.quote AS quote, r.confidence AS confidence
ORDER BY confidence DESC, date DESC, paper, role
LIMIT $limit
