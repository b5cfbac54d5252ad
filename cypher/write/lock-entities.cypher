// purpose: takes the write locks of entities in one sorted sweep: no deadlock with another writer; answers them as they then are
// @access write
// @param ids list of ids, sorted
// @limit none: at most one row per id
// The label is there already: adding it takes the lock and changes nothing. A property set to itself is read before the lock, and an older
// value would be written over another writer's.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
SET e:Entity
RETURN e.id AS id, labels(e) AS labels, e.name AS name, e.nameZh AS nameZh, e.aliases AS aliases, e.firstSeen AS firstSeen, e.lastSeen AS lastSeen
