// en: What a field adopted since a date
// zh: 某个领域自某日起开始采用的技术
// @param id = field:embodied-ai
// @param since = 2026-02-01
MATCH (p:Paper)-[i:IN_FIELD]->(f:Field)-[o:PART_OF*0..4]->(top:Field {id: $id})
MATCH (p)-[r:PROPOSES|USES]->(m:Method)
WITH m, min(p.date) AS adopted, count(DISTINCT p) AS papers
WHERE adopted >= $since
RETURN m.id AS id, m.name AS technique, adopted, papers
ORDER BY papers DESC, adopted DESC, id
LIMIT 200
