// purpose: papers that have to do with every one of several things
// @param ids list of entity ids
// @param need integer, how many different ids there are
// @param limit integer
// @limit $limit
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[r]-(p:Paper)
WITH p, count(DISTINCT e) AS things
WHERE things = $need
RETURN p.id AS paper, p.title AS title, p.date AS date, p.url AS url
ORDER BY date DESC, paper
LIMIT $limit
