// purpose: how many papers bring a thing of one kind and a thing of another together
// @param rowLabel string, a label such as Method
// @param rowRoles list of edge types
// @param columnLabel string
// @param columnRoles list of edge types
// @param limit integer
// @limit $limit
MATCH (a:Entity)<-[r]-(p:Paper)-[s]->(b:Entity)
WHERE type(r) IN $rowRoles AND type(s) IN $columnRoles AND any(label IN labels(a) WHERE label ENDS WITH $rowLabel) AND any(label IN labels(b) WHERE label ENDS WITH $columnLabel) AND a.id <> b.id
WITH a, b, p, s
ORDER BY p.date DESC, p.id
WITH a, b, count(DISTINCT p) AS papers, head(collect(p.id)) AS paper, head(collect(p.title)) AS title, head(collect(p.url)) AS url, head(collect(s.sentence)) AS sentence
RETURN a.id AS rowId, a.name AS rowName, b.id AS columnId, b.name AS columnName, papers, paper, title, url, sentence
ORDER BY papers DESC, rowId, columnId
LIMIT $limit
