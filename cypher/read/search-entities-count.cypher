// purpose: how many entities a search finds
// @access read
// @param key string, folded by foldName
// @param prefixes list of id prefixes such as method:
// @param benchmarks boolean, whether benchmarks are asked for
// @param datasets boolean, whether data sets are asked for
// @limit one row
MATCH (e:Entity)
WHERE e.searchKey CONTAINS $key AND (any(prefix IN $prefixes WHERE e.id STARTS WITH prefix) OR ($benchmarks AND e:Benchmark) OR ($datasets AND e:Dataset))
RETURN count(e) AS total
