// purpose: things by any of their names, best match first
// @param key string, folded by foldName
// @param labels list of labels such as Method
// @param limit integer
// @limit $limit
MATCH (e:Entity)
WHERE e.searchKey CONTAINS $key AND any(label IN labels(e) WHERE any(wanted IN $labels WHERE label ENDS WITH wanted))
WITH e, CASE WHEN e.searchKey CONTAINS '\n' + $key + '\n' THEN 0 WHEN e.searchKey CONTAINS '\n' + $key THEN 1 ELSE 2 END AS rank
OPTIONAL MATCH (e)<-[r]-(p:Paper)
WITH e, rank, count(DISTINCT p) AS papers
RETURN e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels, papers, rank
ORDER BY rank, papers DESC, id
LIMIT $limit
