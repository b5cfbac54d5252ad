// purpose: entities by any of their names, best match first, then those with the most edges from papers
// @access read
// @param key string, folded by foldName
// @param prefixes list of id prefixes such as method:
// @param benchmarks boolean, whether benchmarks are asked for
// @param datasets boolean, whether data sets are asked for
// @param limit integer
// @limit $limit
MATCH (e:Entity)
WHERE e.searchKey CONTAINS $key AND (any(prefix IN $prefixes WHERE e.id STARTS WITH prefix) OR ($benchmarks AND e:Benchmark) OR ($datasets AND e:Dataset))
WITH e.id AS id, CASE WHEN e.searchKey CONTAINS '\n' + $key + '\n' THEN 0 WHEN e.searchKey CONTAINS '\n' + $key THEN 1 ELSE 2 END AS rank,
  COUNT { (e)<--(:Paper) } AS edges
ORDER BY rank, edges DESC, id
LIMIT $limit
MATCH (e:Entity {id: id})
RETURN e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels, e.aliases AS aliases, rank, edges
ORDER BY rank, edges DESC, id
