// purpose: the numbers reported on one benchmark, with the evidence and the paper
// @access read
// @param id string
// @param limit integer
// @limit $limit
MATCH (b:Entity {id: $id})<-[o:ON]-(x:Result)<-[r:REPORTS]-(p:Paper)
OPTIONAL MATCH (x)-[f:OF]->(s:Entity)
RETURN x.id AS resultId, properties(x) AS properties, p.id AS id, p.title AS title, p.date AS date, p.url AS url, p.lang AS lang, s.id AS subjectId, s.name AS subjectName, s.nameZh AS subjectNameZh, labels(s) AS subjectLabels
ORDER BY resultId
LIMIT $limit
