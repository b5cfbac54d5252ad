// purpose: how many papers have an edge to each of some entities
// @access read
// @param ids list of entity ids
// @limit one row per entity with a paper
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[r]-(p:Paper)
RETURN id, count(DISTINCT p) AS papers
ORDER BY id
