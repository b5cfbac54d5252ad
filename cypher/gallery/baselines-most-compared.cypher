// en: What papers compare themselves with most
// zh: 论文最常拿来对比的对象
MATCH (p:Paper)-[r:COMPARES_WITH]->(e:Entity)
WITH e, count(DISTINCT p) AS papers
RETURN e.id AS id, e.name AS baseline, papers
ORDER BY papers DESC, id
LIMIT 200
