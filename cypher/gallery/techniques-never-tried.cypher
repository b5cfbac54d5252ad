// en: Which techniques were never tried on a benchmark
// zh: 哪些技术从未在某个基准上尝试过
// @param id = benchmark:aime-2025
MATCH (m:Method)<-[u:PROPOSES|USES]-(p:Paper)
OPTIONAL MATCH (p)-[v:EVALUATES_ON]->(b:Benchmark {id: $id})
WITH m, count(DISTINCT p) AS papers, count(b) AS tried
WHERE tried = 0 AND papers > 1
RETURN m.name AS technique, papers
ORDER BY papers DESC, technique
LIMIT 200
