// en: Which relations are least certain, with the sentence to check
// zh: 哪些关系最不确定，附上可核对的句子
MATCH (p:Paper)-[r:USES|PROPOSES|BUILDS_ON|ASSISTED_BY|COMPARES_WITH|EVALUATES_ON|TRAINS_ON|INTRODUCES|IN_FIELD]->(e:Entity)
RETURN r.confidence AS confidence, type(r) AS role, e.name AS name, p.id AS paper, r.quote AS quote, r.sentence AS sentence
ORDER BY confidence, paper, role, name
LIMIT 100
