// purpose: papers whose title or id has every word, newest first
// @param words list of lower-case words
// @param limit integer
// @limit $limit
MATCH (p:Paper)
WHERE all(word IN $words WHERE toLower(p.title) CONTAINS word OR p.id CONTAINS word)
RETURN p.id AS paper, p.title AS title, p.date AS date, p.url AS url
ORDER BY date DESC, paper
LIMIT $limit
