// purpose: records how far a ledger was applied
// @access write
// @param id string, `ledger:<ledger id>`
// @param seq number
// @limit none: one node
MERGE (m:PaperloomMeta {id: $id})
SET m.kind = 'ledger', m.seq = $seq
