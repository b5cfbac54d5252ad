// purpose: sets papers to exactly the row; what a paper had and the row has not goes
// @access write
// @param rows list {id, properties}, sorted by id
// @limit none: one node per row
UNWIND $rows AS row
MATCH (p:Paper {id: row.id})
SET p = row.properties
