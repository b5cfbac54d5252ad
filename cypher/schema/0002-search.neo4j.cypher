// purpose: full-text search over names and aliases, titles, and a text index for CONTAINS on the folded search key.
CREATE FULLTEXT INDEX paperloom_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.nameZh, n.aliases];
CREATE FULLTEXT INDEX paperloom_titles IF NOT EXISTS FOR (n:Paper) ON EACH [n.title];
CREATE TEXT INDEX paperloom_search_key IF NOT EXISTS FOR (n:Entity) ON (n.searchKey);
