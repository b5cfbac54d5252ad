// purpose: removes results with their links
// @access write
// @param ids list of result ids
// @limit none: at most one node per id
UNWIND $ids AS id
MATCH (x:Result {id: id})
DETACH DELETE x
