// purpose: the edges that leave nodes, with properties; `to` is null when the other end is not ours
// @access read
// @param label Paper, Entity or Result, chooses the text
// @param ids list of ids
// @limit none: the edges of the nodes asked for
UNWIND $ids AS id
MATCH (n:__LABEL__ {id: id})-[r]->(m)
RETURN n.id AS from, type(r) AS type, m.id AS to, properties(r) AS properties
