// purpose: papers that give an entity one role, newest first, with the evidence
// @access read
// @param id string
// @param type edge type
// @param role string such as method/uses
// @param limit integer
// @limit $limit
MATCH (e:Entity {id: $id})<-[r]-(p:Paper)
WHERE type(r) = $type AND r.role = $role
RETURN p.id AS id, p.title AS title, p.date AS date, p.url AS url, p.lang AS lang, properties(r) AS properties
ORDER BY date DESC, id
LIMIT $limit
