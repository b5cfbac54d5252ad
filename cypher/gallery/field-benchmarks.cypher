// en: Which benchmarks a field is measured on
// zh: 某个领域在哪些基准上评测
// @param id = field:embodied-ai
MATCH (p:Paper)-[i:IN_FIELD]->(f:Field)-[o:PART_OF*0..4]->(top:Field {id: $id})
MATCH (p)-[r:EVALUATES_ON]->(b:Benchmark)
WITH b, count(DISTINCT p) AS papers
RETURN b.id AS id, b.name AS benchmark, papers
ORDER BY papers DESC, id
LIMIT 200
