// purpose: sets results to exactly the row
// @access write
// @param rows list {id, properties}, sorted by id
// @limit none: one node per row
UNWIND $rows AS row
MATCH (x:Result {id: row.id})
SET x = row.properties
