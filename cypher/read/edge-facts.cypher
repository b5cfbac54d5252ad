// purpose: the edges from one node to another, with their evidence
// @access read
// @param label Paper or Entity, chooses the text
// @param from string
// @param to string
// @limit none: one pair of nodes
MATCH (a:__LABEL__ {id: $from})-[r]->(e:Entity)
WHERE e.id = $to
RETURN coalesce(a.name, a.title) AS fromName, a.nameZh AS fromNameZh, e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels,
  type(r) AS type, r.paperId AS paperId,
  r {.role, .rule, .confidence, .source, .firstSeen, .quote, .start, .end, .section, .sentence, .sentenceStart, .markStart, .markEnd, .more} AS properties
ORDER BY type, paperId
