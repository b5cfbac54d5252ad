// purpose: how many papers stand in which role to models
// @access read
// @param ids list of model ids
// @limit none: a few rows per id
UNWIND $ids AS id
MATCH (m:Entity {id: id})<-[r]-(p:Paper)
WHERE r.role STARTS WITH 'model/'
RETURN m.id AS modelId, r.role AS role, count(*) AS total
ORDER BY modelId, role
