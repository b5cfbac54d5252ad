// purpose: the entities that edges come from into an entity
// @access read
// @param id string
// @param limit integer
// @limit $limit
MATCH (n:Entity {id: $id})<-[r:VARIANT_OF|MEMBER_OF|PART_OF|DERIVED_FROM]-(m:Entity)
RETURN m.id AS id, m.name AS name, m.nameZh AS nameZh, labels(m) AS labels, type(r) AS type, r.paperId AS paperId
ORDER BY type, id, paperId
LIMIT $limit
