// purpose: papers and entities with an edge to entities, without evidence
// @access read
// @param ids list of entity ids
// @param limit integer
// @limit $limit
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[r]-(m)
WHERE m:Paper OR m:Entity
RETURN m.id AS source, type(r) AS type, e.id AS target
ORDER BY target, type, source
LIMIT $limit
