// en: A technique with its variants: which papers propose or use them
// zh: 一种技术及其变体：哪些论文提出或使用
// @param id = method:grpo
MATCH (v:Method)-[f:VARIANT_OF*0..6]->(top:Method {id: $id})
MATCH (p:Paper)-[r:PROPOSES|USES]->(v)
RETURN DISTINCT v.name AS variant, type(r) AS role, p.id AS paper, p.title AS title, p.date AS date, r.quote AS quote
ORDER BY date DESC, paper, variant
LIMIT 300
