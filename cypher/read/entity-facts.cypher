// purpose: one entity and how many papers have an edge to it
// @access read
// @param id string
// @limit one row
MATCH (e:Entity {id: $id})
OPTIONAL MATCH (e)<-[r]-(p:Paper)
WITH e, count(DISTINCT p) AS papers
RETURN properties(e) AS properties, labels(e) AS labels, papers
