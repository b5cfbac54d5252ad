// purpose: how many papers each digest date has
// @access read
// @limit none: one row per date
MATCH (p:Paper)
WITH p.date AS date, count(p) AS papers
RETURN date, papers
ORDER BY date
