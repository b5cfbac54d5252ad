// purpose: papers that give an entity one role, newest first, with the evidence
// @access read
// @param id string
// @param role string such as method/uses
// @param limit integer
// @limit $limit
MATCH (e:Entity {id: $id})<-[r]-(p:Paper)
WHERE r.role = $role
WITH p.id AS paperId, p.date AS date
ORDER BY date DESC, paperId
LIMIT $limit
MATCH (p:Paper {id: paperId})-[r]->(e:Entity)
WHERE e.id = $id AND r.role = $role
RETURN p.id AS id, p.title AS title, p.date AS date, p.url AS url, p.lang AS lang,
  r {.role, .rule, .confidence, .source, .firstSeen, .quote, .start, .end, .section, .sentence, .sentenceStart, .markStart, .markEnd, .more} AS properties
ORDER BY date DESC, id
