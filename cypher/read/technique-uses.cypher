// purpose: which paper proposes or uses which technique
// @access read
// @limit none: one row per edge
MATCH (p:Paper)-[r:PROPOSES|USES]->(m:Method)
RETURN p.id AS paperId, m.id AS methodId
