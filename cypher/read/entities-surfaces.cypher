// purpose: every surface form of entities in the papers that still have an edge to them
// @access read
// @param ids list of entity ids
// @limit none: at most one row per id
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[r]-(p:Paper)
UNWIND r.surfaces AS surface
RETURN e.id AS id, collect(DISTINCT surface) AS surfaces
