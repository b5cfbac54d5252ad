// en: Which data sets are trained on, and by which papers
// zh: 哪些数据集被用于训练，哪些论文在用
MATCH (p:Paper)-[r:TRAINS_ON]->(d:Dataset)
RETURN d.name AS dataset, p.id AS paper, p.title AS title, r.quote AS quote
ORDER BY dataset, paper
LIMIT 300
