// purpose: what one paper states, with the evidence
// @access read
// @param id string, with the prefix paper:
// @limit none: the edges of one paper
MATCH (p:Paper {id: $id})-[r]->(e:Entity)
RETURN type(r) AS type, properties(r) AS properties, e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels
ORDER BY type, id
