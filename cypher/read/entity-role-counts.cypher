// purpose: how many papers give an entity which role
// @access read
// @param id string
// @limit one row per role
MATCH (e:Entity {id: $id})<-[r]-(p:Paper)
RETURN type(r) AS type, r.role AS role, count(r) AS total
ORDER BY type, role
