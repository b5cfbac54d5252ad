// purpose: forgets how far ledgers were applied, when the graph is cleared
// @access write
// @limit none: a handful of nodes
MATCH (m:PaperloomMeta)
WHERE m.kind = 'ledger'
DETACH DELETE m
