// en: Which technique was measured on which benchmark
// zh: 哪种技术在哪个基准上评测过
MATCH (m:Method)<-[u:PROPOSES|USES]-(p:Paper)-[v:EVALUATES_ON]->(b:Benchmark)
WITH m, b, count(DISTINCT p) AS papers
RETURN m.name AS technique, b.name AS benchmark, papers
ORDER BY papers DESC, technique, benchmark
LIMIT 500
