// en: Which models were evaluated on a benchmark, by the papers that say so
// zh: 哪些模型在某个基准上评测过，由哪些论文报告
// @param id = benchmark:aime-2024
MATCH (m:Model)<-[u:PROPOSES|BUILDS_ON|COMPARES_WITH]-(p:Paper)-[v:EVALUATES_ON]->(b:Entity {id: $id})
RETURN m.name AS model, type(u) AS role, p.id AS paper, p.title AS title, u.quote AS quote, v.sentence AS sentence
ORDER BY model, role, paper
LIMIT 300
