// purpose: the edges of one type between two nodes, with the evidence
// @access read
// @param label Paper or Entity, what the edge leaves, chooses the text
// @param from string
// @param type edge type
// @param to string
// @limit none: one row, or one per paper that states it
MATCH (a:__LABEL__ {id: $from})-[r]->(e:Entity {id: $to})
WHERE type(r) = $type
RETURN coalesce(a.name, a.title) AS fromName, a.nameZh AS fromNameZh, e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels, properties(r) AS properties
