// purpose: how many papers a list has in all
// @access read
// @param from string, YYYY-MM-DD or empty
// @param to string, YYYY-MM-DD or empty
// @param words list of lower-case words that must all stand in the title or the id
// @limit one row
MATCH (p:Paper)
WHERE ($from = '' OR p.date >= $from) AND ($to = '' OR p.date <= $to)
  AND (toLower(p.title) CONTAINS coalesce(head($words), '') OR p.id CONTAINS coalesce(head($words), ''))
  AND all(word IN $words WHERE toLower(p.title) CONTAINS word OR p.id CONTAINS word)
RETURN count(p) AS total
