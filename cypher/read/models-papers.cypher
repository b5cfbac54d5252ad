// purpose: papers that build on models, are assisted by them, compare with or propose them, with the evidence
// @access read
// @param ids list of model ids
// @param limit integer
// @limit $limit
UNWIND $ids AS id
MATCH (m:Entity {id: id})<-[r:BUILDS_ON|ASSISTED_BY|COMPARES_WITH|PROPOSES]-(p:Paper)
RETURN m.id AS modelId, type(r) AS type, p.id AS id, p.title AS title, p.date AS date, p.url AS url, p.lang AS lang,
  r {.role, .rule, .confidence, .source, .firstSeen, .quote, .start, .end, .section, .sentence, .sentenceStart, .markStart, .markEnd, .more} AS properties
ORDER BY date DESC, id, modelId, type
LIMIT $limit
