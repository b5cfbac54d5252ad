// en: Which papers share most with a paper
// zh: 哪些论文与某篇论文最相近
// @param id = paper:2602.10575
MATCH (p:Paper {id: $id})-[r]->(e:Entity)<-[s]-(q:Paper)
WHERE q.id <> p.id
WITH q, e ORDER BY e.name
WITH q, collect(DISTINCT e.name) AS things
RETURN q.id AS paper, q.title AS title, size(things) AS shared, things
ORDER BY shared DESC, paper
LIMIT 100
