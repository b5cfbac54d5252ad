// purpose: papers by their ids
// @param ids list of paper ids
// @limit one row per id
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p.id AS paper, p.title AS title, p.date AS date, p.url AS url
ORDER BY paper
