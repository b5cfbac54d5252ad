// en: The shortest ways from one thing to another through papers
// zh: 两者之间经由论文的最短路径
// @param from = method:vla
// @param to = method:grpo
MATCH (a:Entity {id: $from})<-[r1]-(p:Paper)-[r2]->(x:Entity)<-[r3]-(q:Paper)-[r4]->(b:Entity {id: $to})
WHERE p.id <> q.id AND x.id <> $from AND x.id <> $to
RETURN p.title AS firstPaper, type(r2) AS roleHere, x.name AS through, type(r3) AS roleThere, q.title AS secondPaper
ORDER BY through, firstPaper, secondPaper
LIMIT 50
