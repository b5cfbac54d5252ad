// purpose: gives entities exactly these labels beside Entity
// @access write
// @param rows list {id, labels}, sorted by id
// @limit none: at most one node per row
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
FOREACH (x IN CASE WHEN 'Field' IN row.labels THEN [1] ELSE [] END | SET e:Field)
FOREACH (x IN CASE WHEN 'Method' IN row.labels THEN [1] ELSE [] END | SET e:Method)
FOREACH (x IN CASE WHEN 'Model' IN row.labels THEN [1] ELSE [] END | SET e:Model)
FOREACH (x IN CASE WHEN 'Benchmark' IN row.labels THEN [1] ELSE [] END | SET e:Benchmark)
FOREACH (x IN CASE WHEN 'Dataset' IN row.labels THEN [1] ELSE [] END | SET e:Dataset)
FOREACH (x IN CASE WHEN 'Field' IN row.labels THEN [] ELSE [1] END | REMOVE e:Field)
FOREACH (x IN CASE WHEN 'Method' IN row.labels THEN [] ELSE [1] END | REMOVE e:Method)
FOREACH (x IN CASE WHEN 'Model' IN row.labels THEN [] ELSE [1] END | REMOVE e:Model)
FOREACH (x IN CASE WHEN 'Benchmark' IN row.labels THEN [] ELSE [1] END | REMOVE e:Benchmark)
FOREACH (x IN CASE WHEN 'Dataset' IN row.labels THEN [] ELSE [1] END | REMOVE e:Dataset)
