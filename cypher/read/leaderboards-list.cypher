// purpose: benchmarks and data sets that papers report numbers on
// @access read
// @param limit integer
// @limit $limit
MATCH (b:Entity)<-[o:ON]-(x:Result)<-[r:REPORTS]-(p:Paper)
WITH b, count(DISTINCT x) AS results, count(DISTINCT p) AS papers
RETURN b.id AS id, b.name AS name, b.nameZh AS nameZh, labels(b) AS labels, results, papers
ORDER BY papers DESC, results DESC, id
LIMIT $limit
