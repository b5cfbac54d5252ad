// en: Which papers are in a field or a part of it
// zh: 哪些论文属于某个领域或其分支
// @param id = field:embodied-ai
MATCH (p:Paper)-[r:IN_FIELD]->(f:Field)-[o:PART_OF*0..4]->(top:Field {id: $id})
WITH DISTINCT p, f, r
RETURN p.date AS date, p.id AS paper, p.title AS title, f.name AS field, r.quote AS quote
ORDER BY date DESC, paper, field
LIMIT 300
