// purpose: the numbers one paper reports, with the evidence
// @access read
// @param id string, with the prefix paper:
// @limit none: the results of one paper
MATCH (p:Paper {id: $id})-[:REPORTS]->(x:Result)
RETURN x.id AS id, properties(x) AS properties, head([(x)-[:ON]->(b:Entity) | b.id]) AS benchmarkId, head([(x)-[:OF]->(s:Entity) | s.id]) AS subjectId
ORDER BY id
