// purpose: removes entities that nothing points to, and says which parents they leave: those are asked next
// @access write
// @param ids list of entity ids, sorted
// @limit none: at most one node per id
UNWIND $ids AS id
MATCH (e:Entity {id: id})
WHERE NOT EXISTS { (e)<--() }
OPTIONAL MATCH (e)-->(parent:Entity)
WITH e, id, collect(DISTINCT parent.id) AS parents
DETACH DELETE e
RETURN id, parents
