// en: The sentence behind one relation
// zh: 一条关系背后的原文句子
// @param from = paper:2602.10575
// @param type = USES
// @param to = method:grpo
MATCH (p:Paper {id: $from})-[r]->(e:Entity {id: $to})
WHERE type(r) = $type
RETURN r.sentence AS sentence, r.quote AS quote, r.section AS section, r.source AS source, r.rule AS rule, r.confidence AS confidence, p.url AS url
LIMIT 10
