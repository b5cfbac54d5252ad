// en: Which techniques were proposed since a date
// zh: 自某日起提出了哪些技术
// @param since = 2026-02-12
MATCH (p:Paper)-[r:PROPOSES]->(m:Method)
WHERE p.date >= $since
RETURN p.date AS date, m.name AS technique, p.id AS paper, p.title AS title, r.quote AS quote
ORDER BY date DESC, technique, paper
LIMIT 300
