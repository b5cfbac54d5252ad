// purpose: counts and fingerprint as they were computed last, when nothing was written since (embedded store only)
// @access read
// @limit 1
MATCH (m:PaperloomMeta {id: 'stats:1'})
RETURN m.json AS json
