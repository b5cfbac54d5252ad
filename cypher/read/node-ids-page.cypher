// purpose: the next ids under a label, in the store's order: for streaming without keeping a result open
// @access read
// @param label Paper, Entity or Result, chooses the text
// @param after string, the last id of the page before, or empty
// @param limit integer, ids per page
// @limit $limit
MATCH (n:__LABEL__)
WHERE n.id > $after
RETURN n.id AS id
ORDER BY id
LIMIT $limit
