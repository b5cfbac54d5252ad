// en: What one paper proposes, uses, builds on and is measured on
// zh: 一篇论文提出、使用、基于什么，在什么上评测
// @param id = paper:2602.10575
MATCH (p:Paper {id: $id})-[r]->(e:Entity)
RETURN type(r) AS role, e.name AS name, e.id AS id, r.section AS section, r.quote AS quote, r.confidence AS confidence
ORDER BY role, name
LIMIT 200
