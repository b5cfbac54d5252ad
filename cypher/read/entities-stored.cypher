// purpose: entities as they are, so that only rows that add something are written
// @access read
// @param ids list of entity ids
// @limit none: at most one row per id
UNWIND $ids AS id
MATCH (e:Entity {id: id})
RETURN e.id AS id, labels(e) AS labels, e.name AS name, e.nameZh AS nameZh, e.aliases AS aliases, e.firstSeen AS firstSeen, e.lastSeen AS lastSeen
