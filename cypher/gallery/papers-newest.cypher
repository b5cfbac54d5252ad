// en: All papers, newest first
// zh: 全部论文，新的在前
MATCH (p:Paper)
RETURN p.date AS date, p.id AS id, p.title AS title, p.url AS url
ORDER BY date DESC, id
LIMIT 500
