// purpose: how many papers have an edge to an entity
// @access read
// @param entity string, id of the entity
// @param types list of edge types; empty for all
// @param from string, YYYY-MM-DD or empty
// @param to string, YYYY-MM-DD or empty
// @param words list of lower-case words that must all stand in the title or the id
// @limit one row
MATCH (e:Entity {id: $entity})<-[r]-(p:Paper)
WHERE (size($types) = 0 OR type(r) IN $types)
  AND ($from = '' OR p.date >= $from) AND ($to = '' OR p.date <= $to)
  AND all(word IN $words WHERE toLower(p.title) CONTAINS word OR p.id CONTAINS word)
RETURN count(DISTINCT p) AS total
