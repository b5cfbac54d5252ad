// purpose: the names of all techniques
// @access read
// @limit none: one row per technique
MATCH (e:Method)
RETURN e.id AS id, e.name AS name, e.nameZh AS nameZh
