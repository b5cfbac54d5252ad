// purpose: things by any of their names, best match first, each with one sentence that speaks of it
// @param key string, folded by foldName
// @param labels list of labels such as Method
// @param limit integer
// @limit $limit
MATCH (e:Entity)
WHERE e.searchKey CONTAINS $key AND any(label IN labels(e) WHERE any(wanted IN $labels WHERE label ENDS WITH wanted))
WITH e, CASE WHEN e.searchKey CONTAINS '\n' + $key + '\n' THEN 0 WHEN e.searchKey CONTAINS '\n' + $key THEN 1 ELSE 2 END AS rank
OPTIONAL MATCH (e)<-[r]-(p:Paper)
WITH e, rank, count(DISTINCT p) AS papers, max(r.confidence) AS best
ORDER BY rank, papers DESC, e.id
LIMIT $limit
OPTIONAL MATCH (e)<-[s]-(q:Paper)
WHERE s.confidence = best
WITH e, rank, papers, q, s
ORDER BY q.date DESC, q.id
WITH e, rank, papers, head(collect(q.id)) AS paper, head(collect(q.title)) AS title, head(collect(q.url)) AS url,
  head(collect(type(s))) AS role, head(collect(s.sentence)) AS sentence, head(collect(s.quote)) AS quote, head(collect(s.confidence)) AS confidence
RETURN e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels, e.aliases AS aliases, papers, rank, paper, title, url, role, sentence, quote, confidence
ORDER BY rank, papers DESC, id
