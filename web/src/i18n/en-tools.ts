// English words of the tools over all views: palette, undo, projections, expansion, corrections, adding a report, tour; en.ts includes them as `w`.
const s = (n: number, one: string, many: string): string => (n === 1 ? one : many);
const num = new Intl.NumberFormat('en').format;
const signed = (n: number): string => `${n > 0 ? '+' : '−'}${num(Math.abs(n))}`;

export const enTools = {
  undo: 'Undo',
  redo: 'Redo',
  palette: 'Commands and search',
  paletteHint: 'A name, a question, a view, a command',
  paletteCommands: 'Commands',
  paletteThings: 'In the graph',
  paletteNothing: 'No command and no thing is called that.',
  goTo: (view: string): string => `View: ${view}`,

  projection: 'Map shows',
  projections: {
    all: 'Everything',
    papers: 'Papers, tied by what they share',
    grid: 'Techniques × benchmarks',
    models: 'Models and their lineage',
  },
  tie: 'Tie',
  tieTitle: 'Why these two are tied',
  tiePapers: (n: number): string =>
    `They share ${num(n)} ${s(n, 'technique', 'techniques')}; rare ones tie more strongly than common ones.`,
  tieGrid: (n: number): string =>
    `${num(n)} ${s(n, 'paper uses', 'papers use')} the technique and ${s(n, 'evaluates', 'evaluate')} on the benchmark.`,
  split: 'Map beside the view',

  explore: 'Open its neighbourhood',
  exploreNote: 'Each role says how many it would add; at most 50 come at once.',
  exploring: 'The map shows only what was opened.',
  exploreStart: 'Opens on an otherwise empty map; undo or “whole map” brings everything back.',
  collapse: 'Collapse',
  wholeMap: 'Whole map',
  moreOf: (n: number, name: string): string => `${num(n)} more neighbours of ${name}: add the next 50`,
  lasso: 'Lasso: choose papers on the map',
  lassoHint: 'Draw around papers. Escape cancels.',
  picked: (n: number): string => `${num(n)} ${s(n, 'paper', 'papers')} lassoed; matrix and tables are about these`,
  pickedNone: 'No paper lies inside',
  unpick: 'Drop the lasso',

  exportMenu: 'Export what is on screen',
  exportGexf: 'Nodes and links on screen, GEXF',
  exportGraphml: 'Nodes and links on screen, GraphML',
  exportTable: 'This table, CSV',

  movedTo: (papers: number, nodes: number, edges: number): string => {
    const parts = [
      papers !== 0 ? `${signed(papers)} ${s(Math.abs(papers), 'paper', 'papers')}` : '',
      nodes !== 0 ? `${signed(nodes)} ${s(Math.abs(nodes), 'node', 'nodes')}` : '',
      edges !== 0 ? `${signed(edges)} ${s(Math.abs(edges), 'link', 'links')}` : '',
    ].filter(Boolean);
    return `Since this link was made: ${parts.length > 0 ? parts.join(', ') : 'corrections, but no more and no fewer of anything'}`;
  },
  seeNew: 'See what is new',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  offlineNow: 'The server does not answer. What is on screen stays; opening more needs the server.',
  onlineAgain: 'Try again',

  wrong: 'Wrong?',
  wrongTitle: 'What is wrong here?',
  wrongHide: 'This relation does not hold: hide it',
  wrongRole: 'The role is another one',
  wrongName: 'It is called something else',
  newRole: 'Correct role',
  newName: 'Correct name',
  newNameHint: 'As papers write it; known names are found by any alias.',
  save: 'Save',
  cancel: 'Cancel',
  saving: 'Saving …',
  decisionKept: 'Your corrections are kept in the ledger: they survive reading the same digest again and can be undone.',
  decided: (added: number, changed: number, removed: number): string =>
    `Saved: ${num(added)} ${s(added, 'link', 'links')} added, ${num(changed)} changed, ${num(removed)} removed`,
  decidedNothing: 'Saved; nothing in the graph had to change',
  undoDecision: 'Undo this correction',
  undone: 'The correction was taken back',
  decisions: 'Your corrections',
  noDecisions: 'Nothing has been corrected yet',
  noDecisionsNext: 'Open the sentence of any relation and press “Wrong?”.',
  decisionHide: (what: string): string => `Hidden: ${what}`,
  decisionCorrect: (what: string, role: string, name: string): string =>
    [`Corrected: ${what}`, role ? `role ${role}` : '', name ? `name ${name}` : ''].filter(Boolean).join(' → '),
  decisionAlias: (name: string, target: string): string => `${name} means ${target}`,
  decisionNeverMerge: (name: string): string => `${name} is a thing of its own`,
  kinds: {
    'field/in': 'field: in',
    'method/proposes': 'technique: proposes',
    'method/uses': 'technique: uses',
    'method/compares': 'technique: compares with',
    'model/proposes': 'model: proposes',
    'model/base': 'model: builds on',
    'model/auxiliary': 'model: assisted by',
    'model/compares': 'model: compares with',
    'benchmark/introduces': 'benchmark: introduces',
    'benchmark/evaluates': 'benchmark: evaluates on',
    'dataset/introduces': 'data set: introduces',
    'dataset/trains': 'data set: trains on',
  },

  addReport: 'Add a report',
  addTitle: 'Add a report to the graph',
  addText:
    'Drop a digest anywhere on the page, choose a file, or paste its text. First you see what it would add; nothing is written before you say so.',
  addChoose: 'Choose a file',
  addPaste: 'Or paste text here',
  addName: 'Name of the digest',
  addPreview: 'Preview',
  addReading: 'Reading …',
  addIngest: 'Add to the graph',
  addIngesting: (done: number, total: number): string => `Adding … ${num(done)} of ${num(total)} ${s(total, 'paper', 'papers')} done`,
  addCancelNote: 'What is done stays when you cancel; the same report goes on from there another time.',
  addStopping: 'Stopping …',
  addStopped: 'Stopped before the end',
  addStoppedNote: (papers: number): string =>
    `${num(papers)} ${s(papers, 'paper was', 'papers were')} added and ${s(papers, 'stays', 'stay')} in the graph. Add the same report again to go on where it stopped.`,
  addDrop: 'Drop the report to preview it',
  addWould: 'It would bring',
  addDone: 'Added',
  addPapers: (added: number, changed: number, unchanged: number, failed: number): string =>
    `${num(added)} new, ${num(changed)} changed, ${num(unchanged)} unchanged, ${num(failed)} unreadable ${s(failed, 'paper', 'papers')}`,
  addNodes: (added: number, removed: number): string => `${num(added)} nodes more, ${num(removed)} fewer`,
  addEdges: (added: number, changed: number, removed: number): string =>
    `${num(added)} links more, ${num(changed)} changed, ${num(removed)} fewer`,
  addNothing: 'Nothing new: the graph has all of this already.',
  addNoPapers: 'No paper was recognised in it. A digest has one heading, list item, table row or JSON object per paper.',
  addProblems: 'What could not be read',
  addLine: (line: number): string => `line ${num(line)}`,
  addShow: 'Show what is new',

  tourTitle: 'Paperloom in three steps',
  tourStep: (i: number, n: number): string => `Step ${num(i)} of ${num(n)}`,
  tourSearch:
    'Search on the left in Chinese or English, by any alias. The legend below is the filter: switch types, roles and dates off and on.',
  tourMap: 'The map shows papers and what they share. Click a thing for its papers by role, click a line for the sentence that says so.',
  tourEvidence:
    'On the right stands the evidence. Every view is an address you can share; Ctrl/Cmd K reaches everything, Ctrl/Cmd Z undoes.',
  tourNext: 'Next',
  tourDone: 'Done',
  tourSkip: 'Skip',
  tourStart: 'Show the three steps',

  listTitle: 'Everything on the map as a list',
  listNote: 'The same things, filters and selection as the map. Opening a line shows its relations in the order of the arrow keys.',
  listFind: 'Narrow down',
  listType: 'Type',
  listName: 'Name',
  listLinks: 'Links',
  listRelations: (name: string): string => `Relations of ${name}`,
  listMore: (n: number): string => `${num(n)} more relations`,

  matrixBy: 'Sort by',
  matrixByPapers: 'most papers',
  matrixGaps: (name: string): string => `Only what was never tried on ${name}`,
  matrixGapsRow: (name: string): string => `Only benchmarks ${name} was never tried on`,
  matrixRollUp: 'Count variants for their family',
  matrixFind: 'Narrow down techniques or benchmarks',
  matrixBest: (value: string, metric: string): string => `best reported: ${value} (${metric})`,
  matrixNever: (n: number, name: string): string =>
    `${num(n)} ${s(n, 'technique was', 'techniques were')} never tried on ${name} in these papers`,
  matrixNumbers: 'Reported numbers of these papers here',
  matrixSortBy: (name: string): string => `Sort by ${name}`,

  brushTitle: 'Papers per digest: drag over the bars to choose a span, or use the two sliders on the left',
  brushAll: 'All dates',
  sinceDay: 'or any day',
};
