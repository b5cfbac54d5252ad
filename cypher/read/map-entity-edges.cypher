// purpose: edges from entities to entities
// @access read
// @param ids list of entity ids
// @limit none: the edges of the entities asked for
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(e:Entity)
RETURN a.id AS source, type(r) AS type, e.id AS target, r.paperId AS paperId
