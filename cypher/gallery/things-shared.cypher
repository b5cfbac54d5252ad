// en: Papers that two things have in common
// zh: 两者共同涉及的论文
// @param a = method:grpo
// @param b = method:chain-of-thought
MATCH (a:Entity {id: $a})<-[r]-(p:Paper)-[s]->(b:Entity {id: $b})
RETURN p.id AS paper, p.title AS title, type(r) AS roleOfA, r.quote AS quoteOfA, type(s) AS roleOfB, s.quote AS quoteOfB
ORDER BY paper
LIMIT 100
