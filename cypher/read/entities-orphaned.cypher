// purpose: which entities nothing points to
// @access read
// @param ids list of entity ids
// @limit none: at most one row per id
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE NOT EXISTS { (e)<--() }
RETURN e.id AS id
