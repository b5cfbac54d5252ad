// purpose: removes some nodes of a label with their edges; repeated until none is left
// @access write
// @param label Paper, Entity or Result, chooses the text
// @param limit integer, nodes per call
// @limit $limit
MATCH (n:__LABEL__)
WITH n LIMIT $limit
DETACH DELETE n
RETURN count(*) AS removed
