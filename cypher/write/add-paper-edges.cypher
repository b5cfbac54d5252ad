// purpose: writes edges from papers to entities of one type that are known not to be there: the papers were locked and compared.
//          Rows are lists and the edge is created with its properties, which is more than twice as fast as MERGE and SET.
// @access write
// @param type PaperEdgeType, chooses the text
// @param rows list of lists in the order of PAPER_EDGE_COLUMNS, sorted by entity
// @limit none: one edge per row
UNWIND $rows AS row
MATCH (p:Paper {id: row[0]})
MATCH (e:Entity {id: row[1]})
CREATE (p)-[:__TYPE__ {
  id: row[2],
  role: row[3],
  confidence: row[4],
  rule: row[5],
  quote: row[6],
  start: row[7],
  end: row[8],
  section: row[9],
  sentence: row[10],
  sentenceStart: row[11],
  markStart: row[12],
  markEnd: row[13],
  source: row[14],
  firstSeen: row[15],
  lastSeen: row[16],
  name: row[17],
  surfaces: row[18],
  more: row[19]
}]->(e)
