// purpose: papers with the most edges
// @access read
// @param limit integer
// @limit $limit
MATCH (p:Paper)
WITH p.id AS id, COUNT { (p)-->(:Entity) } AS weight
ORDER BY weight DESC, id
LIMIT $limit
MATCH (p:Paper {id: id})
RETURN p.id AS id, p.title AS name, p.date AS date, weight
ORDER BY weight DESC, id
