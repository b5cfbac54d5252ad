// en: Which base models a field builds on
// zh: 某个领域基于哪些模型
// @param id = field:embodied-ai
MATCH (p:Paper)-[i:IN_FIELD]->(f:Field)-[o:PART_OF*0..4]->(top:Field {id: $id})
MATCH (p)-[r:BUILDS_ON]->(m:Model)
WITH m, count(DISTINCT p) AS papers
RETURN m.id AS id, m.name AS model, papers
ORDER BY papers DESC, id
LIMIT 200
