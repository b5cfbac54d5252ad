// purpose: the edges of a paper, with their evidence
// @access read
// @param id string
// @limit none: one paper
MATCH (p:Paper {id: $id})-[r]->(e:Entity)
RETURN type(r) AS type, e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels,
  r {.role, .rule, .confidence, .source, .firstSeen, .quote, .start, .end, .section, .sentence, .sentenceStart, .markStart, .markEnd, .more} AS properties
ORDER BY type, id
