// purpose: keeps counts and fingerprint, in the transaction that locked them
// @access write
// @param json string, StoreStats as JSON
// @limit none: one node
MATCH (m:PaperloomMeta {id: 'stats:2'})
SET m.json = $json
