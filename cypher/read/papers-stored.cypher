// purpose: papers as they are, to compare with a patch
// @access read
// @param ids list of paper ids
// @limit none: at most one row per id
UNWIND $ids AS id
MATCH (p:Paper {id: id})
RETURN p.id AS id, properties(p) AS properties
