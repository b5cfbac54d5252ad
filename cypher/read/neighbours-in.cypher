// purpose: the nodes that edges come from into a node
// @access read
// @param label Paper or Entity, chooses the text
// @param id string
// @param types list of edge types; empty for all
// @param after string, the last key of the page before, or empty
// @param limit integer
// @limit $limit
MATCH (n:__LABEL__ {id: $id})<-[r]-(m)
WHERE (m:Paper OR m:Entity) AND (size($types) = 0 OR type(r) IN $types)
WITH m, r, type(r) + '|' + m.id + '|' + coalesce(r.paperId, '') AS key
WHERE key > $after
RETURN key, m.id AS id, coalesce(m.name, m.title) AS name, m.nameZh AS nameZh, labels(m) AS labels, type(r) AS type, r.confidence AS confidence, r.paperId AS paperId
ORDER BY key
LIMIT $limit
