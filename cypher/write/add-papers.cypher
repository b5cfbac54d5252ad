// purpose: writes papers that are not there yet
// @access write
// @param rows list of lists in the order of PAPER_COLUMNS, sorted by id
// @limit none: one node per row
UNWIND $rows AS row
CREATE (p:Paper {id: row[0], title: row[1], date: row[2], publishedAt: row[3], url: row[4], lang: row[5], sources: row[6]})
