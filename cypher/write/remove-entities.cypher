// purpose: removes entities that nothing points to, with the edges to what they are variants of
// @access write
// @param ids list of entity ids, sorted
// @limit none: at most one node per id
UNWIND $ids AS id
MATCH (e:Entity {id: id})
DETACH DELETE e
