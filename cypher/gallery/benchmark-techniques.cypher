// en: Which techniques were evaluated on a benchmark
// zh: 哪些技术在某个基准上评测过
// @param id = benchmark:aime-2024
MATCH (m:Method)<-[u:PROPOSES|USES]-(p:Paper)-[v:EVALUATES_ON]->(b:Entity {id: $id})
RETURN m.name AS technique, type(u) AS role, p.id AS paper, p.title AS title, u.quote AS quote, v.sentence AS sentence
ORDER BY technique, role, paper
LIMIT 300
