// purpose: how far a ledger was applied
// @access read
// @param id string, `ledger:<ledger id>`
// @limit 1
MATCH (m:PaperloomMeta {id: $id})
RETURN m.seq AS seq
