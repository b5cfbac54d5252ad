// purpose: what entities are directly a variant, member or part of
// @access read
// @param ids list of entity ids
// @limit none: a few rows per id
UNWIND $ids AS below
MATCH (x:Entity {id: below})-[r:VARIANT_OF|MEMBER_OF|PART_OF]->(e:Entity)
RETURN x.id AS below, type(r) AS type, e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels
ORDER BY below, id
