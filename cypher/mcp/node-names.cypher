// purpose: what papers and things are called
// @param ids list of ids of papers or things
// @limit one row per id
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.name AS name
UNION ALL
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p.id AS id, p.title AS name
