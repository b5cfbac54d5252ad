// purpose: papers by id or by words of the title
// @param id string, with the prefix paper:, or empty
// @param words list of lower-case words, empty to ask by id alone
// @param limit integer
// @limit $limit
MATCH (p:Paper)
WHERE p.id = $id OR (size($words) > 0 AND all(word IN $words WHERE toLower(p.title) CONTAINS word))
RETURN p.id AS id, p.title AS name, p.date AS date
ORDER BY date DESC, id
LIMIT $limit
