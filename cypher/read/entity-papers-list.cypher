// purpose: papers with an edge to an entity, newest first
// @access read
// @param entity string, id of the entity
// @param roles list of roles such as method/uses
// @param from string, YYYY-MM-DD or empty
// @param to string, YYYY-MM-DD or empty
// @param words list of lower-case words that must all stand in the title or the id
// @param afterDate string, date of the last paper of the page before, or empty
// @param afterId string, id of that paper, or empty
// @param limit integer, papers per page
// @limit $limit
MATCH (e:Entity {id: $entity})<-[r]-(p:Paper)
WHERE r.role IN $roles
  AND ($from = '' OR p.date >= $from) AND ($to = '' OR p.date <= $to)
  AND all(word IN $words WHERE toLower(p.title) CONTAINS word OR p.id CONTAINS word)
  AND ($afterId = '' OR p.date < $afterDate OR (p.date = $afterDate AND p.id > $afterId))
RETURN DISTINCT p.id AS id, p.title AS title, p.date AS date, p.url AS url, p.lang AS lang
ORDER BY date DESC, id
LIMIT $limit
