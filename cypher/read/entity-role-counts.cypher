// purpose: how many papers give an entity each role
// @access read
// @param id string
// @limit one row per role
MATCH (e:Entity {id: $id})<-[r]-(p:Paper)
WITH r.role AS role, count(*) AS total
WHERE role <> ''
RETURN role, total
ORDER BY role
