// purpose: one paper, its title, date and address
// @param id string, with the prefix paper:
// @limit one row
MATCH (p:Paper {id: $id})
RETURN p.id AS paper, p.title AS title, p.date AS date, p.url AS url, p.lang AS lang
