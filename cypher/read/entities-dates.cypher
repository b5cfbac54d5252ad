// purpose: on which dates how many papers have certain edges to things
// @access read
// @param ids list of entity ids
// @param types list of edge types
// @limit none: one row per thing and date
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[r]-(p:Paper)
WHERE type(r) IN $types
WITH id, p.date AS date, count(DISTINCT p.id) AS papers
RETURN id, date, papers
ORDER BY id, date
