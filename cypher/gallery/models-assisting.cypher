// en: Which models serve as judges, labellers or data generators, and where
// zh: 哪些模型被用作评审、标注或数据生成，用在哪里
MATCH (p:Paper)-[r:ASSISTED_BY]->(m:Model)
RETURN m.name AS model, p.id AS paper, p.title AS title, r.sentence AS sentence
ORDER BY model, paper
LIMIT 300
