// purpose: which technique is a variant of which
// @access read
// @limit none: one row per edge
MATCH (a:Method)-[r:VARIANT_OF]->(b:Method)
RETURN a.id AS below, b.id AS above
