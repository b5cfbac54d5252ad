// en: Which papers share a base model
// zh: 哪些论文共用同一个基座模型
MATCH (p:Paper)-[r:BUILDS_ON]->(m:Model)<-[s:BUILDS_ON]-(q:Paper)
WHERE p.id < q.id
RETURN m.name AS model, p.title AS paper, q.title AS other, r.quote AS quote, s.quote AS otherQuote
ORDER BY model, paper, other
LIMIT 300
