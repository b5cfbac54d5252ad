// en: What was seen for the first time since a date
// zh: 自某日起首次出现的事物
// @param since = 2026-02-12
MATCH (e:Entity)
WHERE e.firstSeen >= $since
OPTIONAL MATCH (e)<-[r]-(p:Paper)
WITH e, count(DISTINCT p) AS papers
WHERE papers > 0
RETURN e.firstSeen AS firstSeen, e.id AS id, e.name AS name, papers
ORDER BY papers DESC, firstSeen DESC, id
LIMIT 300
