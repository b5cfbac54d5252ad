// purpose: the things of one label that most papers give certain roles
// @access read
// @param label Field, Method, Model, Benchmark or Dataset, chooses the text
// @param roles list of roles such as method/uses
// @param from string, YYYY-MM-DD or empty
// @param to string, YYYY-MM-DD or empty
// @param limit integer
// @limit $limit
MATCH (e:__LABEL__)<-[r]-(p:Paper)
WHERE r.role IN $roles AND ($from = '' OR p.date >= $from) AND ($to = '' OR p.date <= $to)
WITH e, count(DISTINCT p) AS papers
RETURN e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels, papers
ORDER BY papers DESC, id
LIMIT $limit
