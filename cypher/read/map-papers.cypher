// purpose: papers with the most edges
// @access read
// @param limit integer
// @limit $limit
MATCH (p:Paper)
OPTIONAL MATCH (p)-[r]->(e:Entity)
WITH p, count(r) AS weight
RETURN p.id AS id, p.title AS name, p.date AS date, weight
ORDER BY weight DESC, id
LIMIT $limit
