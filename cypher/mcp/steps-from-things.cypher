// purpose: which papers lead to things, and how things lead to each other
// @param ids list of entity ids
// @param limit integer
// @limit $limit, for papers and for things each
UNWIND $ids AS target
MATCH (e:Entity {id: target})<-[r]-(p:Paper)
WITH p.id AS source, type(r) AS type, target ORDER BY target, source, type LIMIT $limit
RETURN source, type, target
UNION ALL
UNWIND $ids AS source
MATCH (a:Entity {id: source})-[r:VARIANT_OF|MEMBER_OF|PART_OF|DERIVED_FROM]->(b:Entity)
WITH source, type(r) AS type, b.id AS target ORDER BY source, target, type LIMIT $limit
RETURN source, type, target
UNION ALL
UNWIND $ids AS target
MATCH (b:Entity {id: target})<-[r:VARIANT_OF|MEMBER_OF|PART_OF|DERIVED_FROM]-(a:Entity)
WITH a.id AS source, type(r) AS type, target ORDER BY source, target, type LIMIT $limit
RETURN source, type, target
