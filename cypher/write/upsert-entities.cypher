// purpose: adds entities, or merges a row into the entity that is there; commutative, in one statement (READ COMMITTED)
// @access write
// @param rows list {id, labels, name, nameZh, aliases, firstSeen, lastSeen, searchKey, searchKeys}, sorted by id
// @limit none: one node per row
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
ON CREATE SET
  e.name = row.name,
  e.nameZh = row.nameZh,
  e.aliases = row.aliases,
  e.firstSeen = row.firstSeen,
  e.lastSeen = row.lastSeen,
  e.searchKey = row.searchKey
ON MATCH SET
  e.name = CASE WHEN row.name < e.name THEN row.name ELSE e.name END,
  e.nameZh = CASE WHEN row.nameZh IS NULL THEN e.nameZh WHEN e.nameZh IS NULL OR row.nameZh < e.nameZh THEN row.nameZh ELSE e.nameZh END,
  e.aliases = e.aliases + [a IN row.aliases WHERE NOT a IN e.aliases],
  e.firstSeen = CASE WHEN row.firstSeen = '' THEN e.firstSeen WHEN e.firstSeen = '' OR row.firstSeen < e.firstSeen THEN row.firstSeen ELSE e.firstSeen END,
  e.lastSeen = CASE WHEN row.lastSeen > e.lastSeen THEN row.lastSeen ELSE e.lastSeen END,
  e.searchKey = CASE WHEN e.searchKey = '' THEN row.searchKey ELSE reduce(s = e.searchKey, k IN row.searchKeys | CASE WHEN s CONTAINS '\n' + k + '\n' THEN s ELSE s + k + '\n' END) END
FOREACH (x IN CASE WHEN 'Field' IN row.labels THEN [1] ELSE [] END | SET e:Field)
FOREACH (x IN CASE WHEN 'Method' IN row.labels THEN [1] ELSE [] END | SET e:Method)
FOREACH (x IN CASE WHEN 'Model' IN row.labels THEN [1] ELSE [] END | SET e:Model)
FOREACH (x IN CASE WHEN 'Benchmark' IN row.labels THEN [1] ELSE [] END | SET e:Benchmark)
FOREACH (x IN CASE WHEN 'Dataset' IN row.labels THEN [1] ELSE [] END | SET e:Dataset)
