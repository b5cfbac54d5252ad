// en: Which improvements are claimed, on what, in which words
// zh: 声称的提升：在什么上、原文怎么说
MATCH (p:Paper)-[r:REPORTS]->(x:Result)
WHERE x.kind = 'improvement'
RETURN p.date AS date, p.id AS paper, x.subject AS subject, x.benchmark AS benchmark, x.metric AS metric, x.value AS value, x.sentence AS sentence
ORDER BY date DESC, paper, benchmark, metric, value, subject
LIMIT 300
