// purpose: our ids of the ends of edges that a user's query answered without their nodes (Neo4j only)
// @access read
// @param ids list of element ids
// @limit none: at most one row per id
UNWIND $ids AS id
MATCH (n)
WHERE elementId(n) = id
RETURN id AS elementId, n.id AS id
