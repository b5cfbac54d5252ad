// purpose: takes the write locks of papers in one sorted sweep, and answers them as they then are (Neo4j is READ COMMITTED)
// @access write
// @param ids list of ids, sorted
// @limit none: at most one row per id
// The label is there already: as in lock-entities.
UNWIND $ids AS id
MATCH (p:Paper {id: id})
SET p:Paper
RETURN p.id AS id, properties(p) AS properties
