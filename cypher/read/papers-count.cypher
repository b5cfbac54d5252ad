// purpose: how many papers a list has in all
// @access read
// @param from string, YYYY-MM-DD or empty
// @param to string, YYYY-MM-DD or empty
// @param word lower-case word that must stand in the title, or in the id when inIds; empty for none
// @param more list of further words, likewise
// @param inIds boolean, whether ids are looked through, too
// @limit one row
MATCH (p:Paper)
WHERE (toLower(p.title) CONTAINS $word OR ($inIds AND p.id CONTAINS $word))
  AND (size($more) = 0 OR all(further IN $more WHERE toLower(p.title) CONTAINS further OR ($inIds AND p.id CONTAINS further)))
  AND ($from = '' OR p.date >= $from) AND ($to = '' OR p.date <= $to)
RETURN count(p) AS total
