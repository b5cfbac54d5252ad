// en: Which papers are linked by a technique that hardly anybody else uses
// zh: 哪些论文由一种鲜有他人使用的技术联系起来
MATCH (m:Method)<-[u:PROPOSES|USES]-(p:Paper)
WITH m, count(DISTINCT p) AS papers
WHERE papers = 2 OR papers = 3
MATCH (a:Paper)-[r:PROPOSES|USES]->(m)<-[s:PROPOSES|USES]-(b:Paper)
WHERE a.id < b.id
RETURN m.name AS technique, papers, a.title AS paper, type(r) AS role, b.title AS other, type(s) AS otherRole
ORDER BY papers, technique, paper, other, role, otherRole
LIMIT 300
