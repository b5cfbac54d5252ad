// purpose: entities with the most papers
// @access read
// @param limit integer
// @limit $limit
MATCH (e:Entity)
OPTIONAL MATCH (e)<-[r]-(p:Paper)
WITH e, count(DISTINCT p) AS weight
RETURN e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels, e.firstSeen AS date, weight
ORDER BY weight DESC, id
LIMIT $limit
