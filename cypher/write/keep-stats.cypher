// purpose: keeps counts and fingerprint until the next write
// @access write
// @param json string, StoreStats as JSON
// @limit none: one node
MERGE (m:PaperloomMeta {id: 'stats:1'})
SET m.kind = 'stats', m.json = $json
