// purpose: what the papers that report numbers on a benchmark say of the benchmark itself, surest first
// @access read
// @param id string
// @limit none: a few rows a paper with numbers on it
MATCH (b:Entity {id: $id})<-[o:ON]-(x:Result)<-[s:REPORTS]-(p:Paper)-[r]->(c:Entity)
WHERE c.id = $id
RETURN DISTINCT p.id AS paperId, r.id AS id, type(r) AS type, r.confidence AS confidence, r.rule AS rule
ORDER BY paperId, confidence DESC, id
