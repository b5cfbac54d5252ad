// purpose: members of model families, and models that papers derive from others
// @access read
// @param ids list of model ids
// @limit none: what hangs directly below the ids asked for
UNWIND $ids AS id
MATCH (x:Entity {id: id})<-[r:MEMBER_OF|DERIVED_FROM]-(m:Entity)
RETURN x.id AS above, type(r) AS type, r.paperId AS paperId, m.id AS id, m.name AS name, m.nameZh AS nameZh, labels(m) AS labels
ORDER BY above, type, id, paperId
