// purpose: how many papers stand in which role to models
// @access read
// @param ids list of model ids
// @limit none: a few rows per id
UNWIND $ids AS id
MATCH (m:Entity {id: id})<-[r:BUILDS_ON|ASSISTED_BY|COMPARES_WITH|PROPOSES]-(p:Paper)
RETURN m.id AS modelId, type(r) AS type, count(DISTINCT p) AS total
ORDER BY modelId, type
