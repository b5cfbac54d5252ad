// en: Every number reported on a benchmark, with its sentence
// zh: 某个基准上报告的每个数值及其原文
// @param id = benchmark:aime-2024
MATCH (b:Entity {id: $id})<-[o:ON]-(x:Result)<-[r:REPORTS]-(p:Paper)
OPTIONAL MATCH (x)-[f:OF]->(s:Entity)
RETURN x.kind AS kind, x.metric AS metric, x.subject AS subject, s.id AS subjectId, x.value AS value, p.id AS paper, x.sentence AS sentence
ORDER BY kind, metric, x.number DESC
LIMIT 500
