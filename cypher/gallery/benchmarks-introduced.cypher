// en: Which benchmarks and data sets are new, and who else uses them
// zh: 新提出的基准与数据集，还有谁在用
MATCH (p:Paper)-[r:INTRODUCES]->(b:Entity)
OPTIONAL MATCH (q:Paper)-[s:EVALUATES_ON|TRAINS_ON]->(b)
WHERE q.id <> p.id
RETURN b.name AS name, p.date AS date, p.id AS paper, p.title AS title, r.quote AS quote, count(DISTINCT q) AS usedBy
ORDER BY date DESC, name, paper
LIMIT 300
