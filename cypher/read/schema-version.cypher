// purpose: the number of the last migration that was applied
// @access read
// @limit 1
MATCH (m:PaperloomMeta {id: 'schema'})
RETURN m.version AS version
