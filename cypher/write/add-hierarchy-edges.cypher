// purpose: writes edges of the hierarchy that are not there yet; they follow from names alone
// @access write
// @param type VARIANT_OF, MEMBER_OF or PART_OF, chooses the text
// @param rows list of lists [from, to], sorted
// @limit none: one edge per row
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[:__TYPE__]->(b)
