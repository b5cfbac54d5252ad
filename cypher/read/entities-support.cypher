// purpose: what the remaining edges from papers say about entities: roles, smallest name, first and last date
// @access read
// @param ids list of entity ids
// @limit none: at most one row per id
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[r]-(p:Paper)
RETURN e.id AS id, collect(DISTINCT r.role) AS roles, min(r.name) AS name,
  min(CASE WHEN r.firstSeen = '' THEN null ELSE r.firstSeen END) AS firstSeen, max(r.lastSeen) AS lastSeen
