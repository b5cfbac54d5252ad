// purpose: how many edges of each type leave a node
// @access read
// @param label Paper or Entity, chooses the text
// @param id string
// @limit one row per type
MATCH (n:__LABEL__ {id: $id})-[r]->(m)
WHERE m:Paper OR m:Entity
RETURN type(r) AS type, count(r) AS total
ORDER BY type
