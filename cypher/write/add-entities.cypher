// purpose: writes entities that are not there yet, all with one label
// @access write
// @param label Field, Method, Model, Benchmark or Dataset, chooses the text
// @param rows list of lists in the order of ENTITY_COLUMNS, sorted by id
// @limit none: one node per row
UNWIND $rows AS row
CREATE (e:Entity:__LABEL__ {id: row[0], name: row[1], nameZh: row[2], aliases: row[3], firstSeen: row[4], lastSeen: row[5], searchKey: row[6]})
