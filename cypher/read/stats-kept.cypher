// purpose: counts and fingerprint as kept by every write, and how many changes there were; `json` is null when they must be counted anew
// @access read
// @limit 1
MATCH (m:PaperloomMeta {id: 'stats:2'})
RETURN m.changes AS changes, m.json AS json
