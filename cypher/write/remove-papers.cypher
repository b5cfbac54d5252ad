// purpose: removes papers with all their edges; their results go before, by remove-results
// @access write
// @param ids list of paper ids, sorted
// @limit none: at most one node per id
UNWIND $ids AS id
MATCH (p:Paper {id: id})
DETACH DELETE p
