// purpose: sets the dates of entities, which is all that most papers change of them
// @access write
// @param rows list of lists [id, firstSeen, lastSeen], sorted by id
// @limit none: at most one node per row
UNWIND $rows AS row
MATCH (e:Entity {id: row[0]})
SET e.firstSeen = row[1], e.lastSeen = row[2]
