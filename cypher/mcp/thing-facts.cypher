// purpose: one thing and how many papers speak of it
// @param id string
// @limit one row
MATCH (e:Entity {id: $id})
OPTIONAL MATCH (e)<-[r]-(p:Paper)
WITH e, count(DISTINCT p) AS papers
RETURN e.id AS id, e.name AS name, e.nameZh AS nameZh, labels(e) AS labels, e.aliases AS aliases, e.firstSeen AS firstSeen, e.lastSeen AS lastSeen, papers
