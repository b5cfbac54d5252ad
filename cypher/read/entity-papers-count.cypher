// purpose: how many papers have an edge to an entity
// @access read
// @param entity string, id of the entity
// @param roles list of roles such as method/uses
// @param from string, YYYY-MM-DD or empty
// @param to string, YYYY-MM-DD or empty
// @param words list of lower-case words that must all stand in the title or the id
// @limit one row
MATCH (e:Entity {id: $entity})<-[r]-(p:Paper)
WHERE r.role IN $roles
  AND ($from = '' OR p.date >= $from) AND ($to = '' OR p.date <= $to)
  AND all(word IN $words WHERE toLower(p.title) CONTAINS word OR p.id CONTAINS word)
RETURN count(DISTINCT p) AS total
