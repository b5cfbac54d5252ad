// purpose: sets names, aliases and dates of entities to exactly the row
// @access write
// @param rows list of lists in the order of ENTITY_COLUMNS, sorted by id
// @limit none: at most one node per row
UNWIND $rows AS row
MATCH (e:Entity {id: row[0]})
SET e.name = row[1], e.nameZh = row[2], e.aliases = row[3], e.firstSeen = row[4], e.lastSeen = row[5], e.searchKey = row[6]
