// purpose: how many numbers are reported on one benchmark
// @access read
// @param id string
// @limit one row
MATCH (b:Entity {id: $id})<-[o:ON]-(x:Result)
RETURN count(DISTINCT x) AS total
