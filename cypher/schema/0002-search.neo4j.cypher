// purpose: full-text search over names, aliases and titles. No TEXT index on searchKey: it refuses values above 32,766 bytes, and with
//          them the whole transaction (measured on 5.26.30), and a much-cited thing with many aliases may well get there.
CREATE FULLTEXT INDEX paperloom_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.nameZh, n.aliases];
CREATE FULLTEXT INDEX paperloom_titles IF NOT EXISTS FOR (n:Paper) ON EACH [n.title];
