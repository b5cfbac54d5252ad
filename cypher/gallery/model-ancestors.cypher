// en: What a model belongs to and was derived from
// zh: 一个模型属于哪个系列，衍生自什么
// @param id = model:qwen2.5-vl-7b
MATCH (m:Model {id: $id})-[f:MEMBER_OF|DERIVED_FROM*0..5]->(below:Model)
MATCH (below)-[r:MEMBER_OF|DERIVED_FROM]->(above:Model)
WITH DISTINCT below, r, above
RETURN below.name AS model, type(r) AS how, above.id AS id, above.name AS parent
ORDER BY model, how, id
LIMIT 100
