// purpose: what a thing is a variant, member or part of, and what is one of it
// @param id string
// @param limit integer
// @limit $limit, for each of both directions
MATCH (x:Entity {id: $id})-[r:VARIANT_OF|MEMBER_OF|PART_OF|DERIVED_FROM]->(e:Entity)
WITH e, r ORDER BY e.id LIMIT $limit
RETURN 'above' AS side, type(r) AS how, e.id AS id, e.name AS name
UNION ALL
MATCH (x:Entity {id: $id})<-[r:VARIANT_OF|MEMBER_OF|PART_OF|DERIVED_FROM]-(e:Entity)
WITH e, r ORDER BY e.id LIMIT $limit
RETURN 'below' AS side, type(r) AS how, e.id AS id, e.name AS name
