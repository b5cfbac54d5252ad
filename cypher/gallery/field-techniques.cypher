// en: Which techniques a field uses
// zh: 某个领域用哪些技术
// @param id = field:embodied-ai
MATCH (p:Paper)-[i:IN_FIELD]->(f:Field)-[o:PART_OF*0..4]->(top:Field {id: $id})
MATCH (p)-[r:PROPOSES|USES]->(m:Method)
WITH m, count(DISTINCT p) AS papers
RETURN m.id AS id, m.name AS technique, papers
ORDER BY papers DESC, id
LIMIT 200
