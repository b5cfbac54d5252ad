// purpose: how many nodes have a label
// @access read
// @param label Paper, Entity or Result, chooses the text
// @limit one row
MATCH (n:__LABEL__)
RETURN count(n) AS total
