// purpose: writes results that are not there yet under their papers
// @access write
// @param rows list of lists in the order of RESULT_COLUMNS, sorted by id
// @limit none: one node and one edge per row
UNWIND $rows AS row
MATCH (p:Paper {id: row[0]})
CREATE (p)-[:REPORTS]->(x:Result {
  id: row[1],
  subject: row[2],
  benchmark: row[3],
  metric: row[4],
  value: row[5],
  number: row[6],
  unit: row[7],
  kind: row[8],
  quote: row[9],
  start: row[10],
  end: row[11],
  section: row[12],
  sentence: row[13],
  sentenceStart: row[14],
  markStart: row[15],
  markEnd: row[16],
  source: row[17]
})
