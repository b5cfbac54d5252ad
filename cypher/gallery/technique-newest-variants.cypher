// en: The newest variants of a technique
// zh: 某种技术最新的变体
// @param id = method:grpo
MATCH (v:Method)-[f:VARIANT_OF*1..6]->(top:Method {id: $id})
MATCH (p:Paper)-[r:PROPOSES|USES|COMPARES_WITH]->(v)
WITH DISTINCT v, p, r
RETURN v.name AS variant, v.firstSeen AS firstSeen, type(r) AS role, p.id AS paper, p.title AS title, r.quote AS quote
ORDER BY firstSeen DESC, variant, paper, role
LIMIT 200
