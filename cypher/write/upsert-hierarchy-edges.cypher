// purpose: writes edges of the hierarchy, which follow from names alone
// @access write
// @param type VARIANT_OF, MEMBER_OF or PART_OF, chooses the text
// @param rows list {from, to}, sorted
// @limit none: one edge per row
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[:__TYPE__]->(b)
