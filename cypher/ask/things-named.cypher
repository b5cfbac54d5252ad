// purpose: things by their ids
// @param ids list of entity ids
// @limit one row per id
UNWIND $ids AS id
MATCH (e:Entity {id: id})
OPTIONAL MATCH (e)<-[r]-(p:Paper)
RETURN e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels, count(DISTINCT p) AS papers
ORDER BY papers DESC, id
