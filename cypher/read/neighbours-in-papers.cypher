// purpose: the papers that give an entity certain roles, by id
// @access read
// @param id string
// @param roles list of roles such as method/uses
// @param after string, id of the last paper of the page before, or empty
// @param limit integer, papers
// @limit $limit
MATCH (e:Entity {id: $id})<-[r]-(p:Paper)
WHERE r.role IN $roles AND p.id > $after
WITH DISTINCT p.id AS paperId
ORDER BY paperId
LIMIT $limit
MATCH (p:Paper {id: paperId})-[r]->(e:Entity)
WHERE e.id = $id AND r.role IN $roles
RETURN p.id AS id, p.title AS name, labels(p) AS labels, type(r) AS type, r.confidence AS confidence
ORDER BY id, type
