// purpose: nodes with labels and properties
// @access read
// @param label Paper, Entity or Result, chooses the text
// @param ids list of ids
// @limit none: at most one row per id
UNWIND $ids AS id
MATCH (n:__LABEL__ {id: id})
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties
