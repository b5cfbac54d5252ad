// purpose: the numbers reported on one benchmark, with the sentences
// @param id string
// @param limit integer
// @limit $limit
MATCH (b:Entity {id: $id})<-[o:ON]-(x:Result)<-[r:REPORTS]-(p:Paper)
OPTIONAL MATCH (x)-[f:OF]->(s:Entity)
WITH p, x, min(s.id) AS subjectId
RETURN x.kind AS kind, x.metric AS metric, x.subject AS subject, subjectId, x.value AS value, x.number AS number, x.unit AS unit,
  p.id AS paper, p.title AS title, p.date AS date, p.url AS url, x.sentence AS sentence, x.quote AS quote
ORDER BY kind, metric, number DESC, paper, subject, value
LIMIT $limit
