// purpose: the numbers reported on one benchmark, with the evidence and the paper
// @access read
// @param id string
// @param limit integer
// @limit $limit
MATCH (b:Entity {id: $id})<-[o:ON]-(x:Result)<-[r:REPORTS]-(p:Paper)
RETURN x.id AS resultId, properties(x) AS properties, p.id AS id, p.title AS title, p.date AS date, p.url AS url, p.lang AS lang,
  head([(x)-[:OF]->(s:Entity) | s.id]) AS subjectId, head([(x)-[:OF]->(s:Entity) | s.name]) AS subjectName,
  head([(x)-[:OF]->(s:Entity) | s.nameZh]) AS subjectNameZh, head([(x)-[:OF]->(s:Entity) | labels(s)]) AS subjectLabels
ORDER BY resultId
LIMIT $limit
