// purpose: the nodes that edges lead to from a node
// @access read
// @param label Paper or Entity, chooses the text
// @param id string
// @param limit integer
// @limit $limit
MATCH (n:__LABEL__ {id: $id})-[r]->(m:Entity)
RETURN m.id AS id, m.name AS name, m.nameZh AS nameZh, labels(m) AS labels, type(r) AS type, r.confidence AS confidence, r.paperId AS paperId
ORDER BY type, id, paperId
LIMIT $limit
