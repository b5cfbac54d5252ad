// en: Which base models a technique or its variants were applied to
// zh: 某种技术或其变体用在哪些基座模型上
// @param id = method:grpo
MATCH (v:Method)-[f:VARIANT_OF*0..6]->(top:Method {id: $id})
MATCH (v)<-[u:PROPOSES|USES]-(p:Paper)-[r:BUILDS_ON]->(m:Model)
WITH DISTINCT m, v, p, r
RETURN m.name AS model, v.name AS technique, p.id AS paper, p.title AS title, r.quote AS quote
ORDER BY model, technique, paper
LIMIT 300
