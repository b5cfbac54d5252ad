// purpose: forgets kept counts and fingerprint, in the transaction that changes the graph
// @access write
// @limit none: at most one node
MATCH (m:PaperloomMeta {id: 'stats:1'})
DETACH DELETE m
