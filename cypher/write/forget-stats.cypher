// purpose: forgets kept counts and fingerprint, in the transaction that changes the graph without saying what
// @access write
// @limit none: one node
MERGE (m:PaperloomMeta {id: 'stats:2'})
SET m.kind = 'stats', m.changes = 1 + coalesce(m.changes, 0), m.json = null
