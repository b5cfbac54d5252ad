// purpose: takes the write locks of entities in one sorted sweep: no deadlock with another writer, no stale read afterwards
// @access write
// @param ids list of ids, sorted
// @limit none: writes what is there
UNWIND $ids AS id
MATCH (e:Entity {id: id})
SET e.lastSeen = e.lastSeen
