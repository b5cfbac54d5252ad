// purpose: the date of the newest digest
// @limit one row
MATCH (p:Paper)
RETURN max(p.date) AS newest
