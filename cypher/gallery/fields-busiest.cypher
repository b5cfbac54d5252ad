// en: Which fields have most papers, month by month
// zh: 各月论文最多的领域
MATCH (p:Paper)-[r:IN_FIELD]->(f:Field)
WHERE p.date <> ''
WITH substring(p.date, 0, 7) AS month, f, count(DISTINCT p) AS papers
RETURN month, f.id AS id, f.name AS field, papers
ORDER BY month DESC, papers DESC, id
LIMIT 300
