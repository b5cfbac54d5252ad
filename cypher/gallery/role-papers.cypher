// en: Which papers stand in one role to a thing
// zh: 哪些论文以某一角色与它有关
// @param id = method:grpo
// @param role = USES
MATCH (e:Entity {id: $id})<-[r]-(p:Paper)
WHERE type(r) = $role
RETURN p.date AS date, p.id AS paper, p.title AS title, r.quote AS quote, r.sentence AS sentence
ORDER BY date DESC, paper
LIMIT 300
