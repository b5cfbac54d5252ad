// en: Techniques that most papers share
// zh: 多数论文共用的技术
MATCH (m:Method)<-[r:PROPOSES|USES]-(p:Paper)
WITH m, count(DISTINCT p) AS papers
WHERE papers > 1
RETURN m.id AS id, m.name AS technique, papers
ORDER BY papers DESC, id
LIMIT 100
