// purpose: records the last migration that was applied
// @access write
// @param version integer
// @limit none: one node
MERGE (m:PaperloomMeta {id: 'schema'})
SET m.kind = 'schema', m.version = $version
