// purpose: the techniques that papers propose or use
// @access read
// @param ids list of paper ids
// @limit none: the techniques of the papers asked for
UNWIND $ids AS paperId
MATCH (p:Paper {id: paperId})-[r:PROPOSES|USES]->(t:Method)
RETURN p.id AS paperId, type(r) AS type, t.id AS id, t.name AS name, t.nameZh AS nameZh, labels(t) AS labels
ORDER BY paperId, type, id
