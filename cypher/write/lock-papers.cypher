// purpose: takes the write lock of papers that are about to go, so that what is read next is final (Neo4j is READ COMMITTED)
// @access write
// @param ids list of ids, sorted
// @limit none: writes what is there
UNWIND $ids AS id
MATCH (p:Paper {id: id})
SET p.title = p.title
