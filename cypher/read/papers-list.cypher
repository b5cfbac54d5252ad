// purpose: papers by date, newest first
// @access read
// @param from string, YYYY-MM-DD or empty
// @param to string, YYYY-MM-DD or empty
// @param word lower-case word that must stand in the title, or in the id when inIds; empty for none
// @param more list of further words, likewise
// @param inIds boolean, whether ids are looked through, too
// @param afterDate string, date of the last paper of the page before, or empty
// @param afterId string, id of that paper, or empty
// @param limit integer, papers per page
// @limit $limit
MATCH (p:Paper)
WHERE (toLower(p.title) CONTAINS $word OR ($inIds AND p.id CONTAINS $word))
  AND (size($more) = 0 OR all(further IN $more WHERE toLower(p.title) CONTAINS further OR ($inIds AND p.id CONTAINS further)))
  AND ($from = '' OR p.date >= $from) AND ($to = '' OR p.date <= $to)
  AND ($afterId = '' OR p.date < $afterDate OR (p.date = $afterDate AND p.id > $afterId))
WITH p.id AS id, p.date AS date
ORDER BY date DESC, id
LIMIT $limit
MATCH (p:Paper {id: id})
RETURN p.id AS id, p.title AS title, p.date AS date, p.url AS url, p.lang AS lang
ORDER BY date DESC, id
