// purpose: how many things of one label papers have certain edges to
// @access read
// @param label Field, Method, Model, Benchmark or Dataset, chooses the text
// @param types list of edge types
// @param from string, YYYY-MM-DD or empty
// @param to string, YYYY-MM-DD or empty
// @limit one row
MATCH (e:__LABEL__)<-[r]-(p:Paper)
WHERE type(r) IN $types AND ($from = '' OR p.date >= $from) AND ($to = '' OR p.date <= $to)
RETURN count(DISTINCT e.id) AS total
