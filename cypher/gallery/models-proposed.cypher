// en: Which models are proposed, and what they build on
// zh: 提出了哪些模型，它们基于什么
MATCH (p:Paper)-[r:PROPOSES]->(m:Model)
OPTIONAL MATCH (p)-[s:BUILDS_ON]->(base:Model)
WITH p, m, r, base ORDER BY base.name
RETURN p.date AS date, m.name AS model, p.id AS paper, p.title AS title, r.quote AS quote, collect(DISTINCT base.name) AS buildsOn
ORDER BY date DESC, model, paper
LIMIT 300
