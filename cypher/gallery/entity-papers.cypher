// en: Which papers stand in which role to a thing, and which sentence says so
// zh: 哪些论文与它有关，以何种角色，原文怎么说
// @param id = method:grpo
MATCH (e:Entity {id: $id})<-[r]-(p:Paper)
RETURN type(r) AS role, p.id AS paper, p.title AS title, p.date AS date, r.confidence AS confidence, r.quote AS quote
ORDER BY role, date DESC, paper
LIMIT 200
