// purpose: the numbers one paper reports, with the evidence
// @access read
// @param id string, with the prefix paper:
// @limit none: the results of one paper
MATCH (p:Paper {id: $id})-[:REPORTS]->(x:Result)
OPTIONAL MATCH (x)-[:ON]->(b:Entity)
OPTIONAL MATCH (x)-[:OF]->(s:Entity)
RETURN x.id AS id, properties(x) AS properties, b.id AS benchmarkId, s.id AS subjectId
ORDER BY id
