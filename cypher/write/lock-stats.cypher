// purpose: counts one more change of the graph, in the transaction that makes it, and answers counts and fingerprint as they were before
// @access write
// @limit one row
MERGE (m:PaperloomMeta {id: 'stats:2'})
SET m.kind = 'stats', m.changes = 1 + coalesce(m.changes, 0)
RETURN m.changes AS changes, m.json AS json
