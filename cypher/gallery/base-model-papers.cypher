// en: Which papers build on a model or its family, and with which technique
// zh: 哪些论文基于某个模型或其系列，用了什么技术
// @param id = model:qwen3
MATCH (m:Model)-[f:MEMBER_OF*0..4]->(top:Model {id: $id})
MATCH (p:Paper)-[r:BUILDS_ON]->(m)
OPTIONAL MATCH (p)-[u:PROPOSES|USES]->(t:Method)
RETURN m.name AS model, p.id AS paper, p.title AS title, r.quote AS quote, collect(DISTINCT t.name) AS techniques
ORDER BY model, paper
LIMIT 200
