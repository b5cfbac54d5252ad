// purpose: how many things of one label papers give certain roles
// @access read
// @param label Field, Method, Model, Benchmark or Dataset, chooses the text
// @param roles list of roles such as method/uses
// @param from string, YYYY-MM-DD or empty
// @param to string, YYYY-MM-DD or empty
// @limit one row
MATCH (e:__LABEL__)<-[r]-(p:Paper)
WHERE r.role IN $roles AND ($from = '' OR p.date >= $from) AND ($to = '' OR p.date <= $to)
RETURN count(DISTINCT e.id) AS total
