// en: Which techniques are used together
// zh: 哪些技术常一起使用
MATCH (a:Method)<-[r:PROPOSES|USES]-(p:Paper)-[s:PROPOSES|USES]->(b:Method)
WHERE a.id < b.id
WITH a, b, count(DISTINCT p) AS papers
WHERE papers > 1
RETURN a.name AS technique, b.name AS other, papers
ORDER BY papers DESC, technique, other
LIMIT 200
