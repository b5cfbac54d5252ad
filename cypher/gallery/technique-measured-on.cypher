// en: Which benchmarks a technique or its variants were measured on
// zh: 某种技术或其变体在哪些基准上评测过
// @param id = method:grpo
MATCH (v:Method)-[f:VARIANT_OF*0..6]->(top:Method {id: $id})
MATCH (v)<-[u:PROPOSES|USES]-(p:Paper)-[e:EVALUATES_ON]->(b:Benchmark)
WITH DISTINCT b, v, p, e
RETURN b.name AS benchmark, v.name AS technique, p.id AS paper, p.title AS title, e.sentence AS sentence
ORDER BY benchmark, technique, paper
LIMIT 300
