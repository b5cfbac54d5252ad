// purpose: the numbers one paper reports, with the sentences
// @param id string, with the prefix paper:
// @param limit integer
// @limit $limit
MATCH (p:Paper {id: $id})-[r:REPORTS]->(x:Result)
RETURN x.subject AS subject, x.benchmark AS benchmark, x.metric AS metric, x.value AS value, x.kind AS kind, x.sentence AS sentence
ORDER BY benchmark, metric, subject, value
LIMIT $limit
