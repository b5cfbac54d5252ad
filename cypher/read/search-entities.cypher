// purpose: entities by any of their names, best match first
// @access read
// @param key string, folded by foldName
// @param prefixes list of id prefixes such as method:
// @param benchmarks boolean, whether benchmarks are asked for
// @param datasets boolean, whether data sets are asked for
// @param limit integer
// @limit $limit
MATCH (e:Entity)
WHERE e.searchKey CONTAINS $key AND (any(prefix IN $prefixes WHERE e.id STARTS WITH prefix) OR ($benchmarks AND e:Benchmark) OR ($datasets AND e:Dataset))
WITH e, CASE WHEN e.searchKey CONTAINS '\n' + $key + '\n' THEN 0 WHEN e.searchKey CONTAINS '\n' + $key THEN 1 ELSE 2 END AS rank
OPTIONAL MATCH (e)<-[r]-(p)
WHERE p:Paper
WITH e, rank, count(DISTINCT p) AS papers
RETURN e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels, e.aliases AS aliases, papers, rank
ORDER BY rank, papers DESC, id
LIMIT $limit
