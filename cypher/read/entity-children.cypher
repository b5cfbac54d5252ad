// purpose: what is directly a variant, member or part of an entity
// @access read
// @param id string
// @param limit integer
// @limit $limit
MATCH (x:Entity {id: $id})<-[r:VARIANT_OF|MEMBER_OF|PART_OF]-(e:Entity)
RETURN type(r) AS type, e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels
ORDER BY id
LIMIT $limit
