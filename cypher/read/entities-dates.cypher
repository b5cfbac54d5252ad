// purpose: on which dates how many papers give things certain roles
// @access read
// @param ids list of entity ids
// @param roles list of roles such as method/uses
// @limit none: one row per thing and date
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[r]-(p:Paper)
WHERE r.role IN $roles
WITH id, p.date AS date, count(DISTINCT p.id) AS papers
RETURN id, date, papers
ORDER BY id, date
