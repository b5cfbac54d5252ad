// purpose: in how many papers a thing stands in each role
// @param id string
// @limit none: one row per role
MATCH (e:Entity {id: $id})<-[r]-(p:Paper)
RETURN type(r) AS role, count(DISTINCT p) AS papers
ORDER BY papers DESC, role
