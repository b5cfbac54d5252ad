// en: Which benchmarks were never tried with a technique or its variants
// zh: 哪些基准从未与某种技术或其变体一起尝试过
// @param id = method:grpo
MATCH (b:Benchmark)<-[e:EVALUATES_ON]-(p:Paper)
OPTIONAL MATCH (p)-[u:PROPOSES|USES]->(v:Method)-[f:VARIANT_OF*0..6]->(m:Method {id: $id})
WITH b, count(DISTINCT p) AS papers, count(m) AS tried
WHERE tried = 0
RETURN b.id AS id, b.name AS benchmark, papers
ORDER BY papers DESC, id
LIMIT 300
