// en: The lineage of a model: its family and what was derived from it
// zh: 模型的谱系：家族成员与衍生模型
// @param id = model:qwen
MATCH (above:Model)-[f:MEMBER_OF|DERIVED_FROM*0..5]->(top:Model {id: $id})
MATCH (m:Model)-[r:MEMBER_OF|DERIVED_FROM]->(above)
WITH DISTINCT m, r, above
RETURN above.name AS parent, type(r) AS how, m.id AS id, m.name AS model
ORDER BY parent, how, id
LIMIT 300
