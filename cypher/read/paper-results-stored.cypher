// purpose: all results of papers, to compare with a patch
// @access read
// @param ids list of paper ids
// @limit none: the results of the papers asked for
UNWIND $ids AS id
MATCH (p:Paper {id: id})-[:REPORTS]->(x:Result)
RETURN p.id AS paperId, x.id AS resultId, properties(x) AS properties
