// purpose: one paper
// @access read
// @param id string, with the prefix paper:
// @limit one row
MATCH (p:Paper {id: $id})
RETURN properties(p) AS properties
