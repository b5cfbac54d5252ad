// purpose: what the papers that report numbers on a benchmark say of the benchmark itself, surest first
// @access read
// @param id string
// @limit none: a few rows a paper with numbers on it
MATCH (b:Entity {id: $id})<-[o:ON]-(x:Result)<-[s:REPORTS]-(p:Paper)
WITH DISTINCT p.id AS paperId
MATCH (p:Paper {id: paperId})-[r]->(e:Entity)
WHERE e.id = $id
RETURN paperId, type(r) AS type, r.confidence AS confidence, r.rule AS rule
ORDER BY paperId, confidence DESC, type
