// English words of the views beside the map; en.ts includes them as `v`.
const s = (n: number, one: string, many: string): string => (n === 1 ? one : many);
const num = new Intl.NumberFormat('en').format;

export const enViews = {
  showCypher: 'Show the Cypher',
  cypherIntro: 'This view as a query, read-only. Change it in the console.',
  parameters: 'Parameters',
  copy: 'Copy',
  copied: 'Copied',
  openConsole: 'Open in the console',

  consoleTitle: 'Ask the graph in Cypher',
  consoleNote: 'Read-only. At most 1,000 rows and 5 seconds. Ctrl+Enter runs. A link to this page fills the query in but does not run it.',
  query: 'Query',
  run: 'Run',
  running: 'Running …',
  cancel: 'Cancel',
  gallery: 'Questions to start from',
  rowsFound: (n: number, ms: number): string => `${num(n)} ${s(n, 'row', 'rows')} in ${num(Math.round(ms))} ms`,
  rowsCut: (n: number): string => `Only the first ${num(n)} rows are shown. Narrow the query down, or count instead.`,
  noRows: 'The query is valid and finds nothing.',
  errorAt: (line: number, column: number): string => `Line ${num(line)}, column ${num(column)}`,
  resultTable: 'Rows of the answer',

  boardsTitle: 'Reported numbers',
  boardsNote:
    'As the papers write them. Values and improvements stand apart, and numbers of different papers are not ranked against each other: settings are not stated.',
  boardOption: (name: string, results: number, papers: number): string =>
    `${name}: ${num(results)} ${s(results, 'number', 'numbers')} in ${num(papers)} ${s(papers, 'paper', 'papers')}`,
  boardCut: (n: number): string => `${num(n)} more numbers are not listed; the console reaches them`,
  kindAbsolute: 'value',
  kindImprovement: 'improvement over a baseline of the paper',
  settings: 'settings not stated',
  noNumbers: 'No paper here reports a number on a benchmark',
  noNumbersNext: 'Read in a digest with results, or look at the matrix for what was evaluated at all.',

  lineageTitle: 'Base models and what is built on them',
  lineageNote: 'From family to size to derived model. Base, auxiliary and compared models are counted apart.',
  familyTree: 'Family',
  papersAround: (name: string): string => `Papers around ${name} and what belongs to it`,
  ownTechniques: 'With techniques of their own',
  noPaperTouches: 'No paper touches it directly. Choose a member of the family that has a count.',
  noModels: 'No model is known yet',
  lineageCut: 'Not all of it is listed; the console reaches the rest.',

  techniqueFacts: (papers: number, variants: number): string =>
    `${num(papers)} ${s(papers, 'paper proposes or uses', 'papers propose or use')} it or one of its ${num(variants)} ${s(variants, 'variant', 'variants')}`,
  overTime: 'Papers per digest',
  ofPapers: (papers: number, of: number): string => `${num(papers)} of ${num(of)}`,
  variants: 'Variants, rolled up here',
  meetsModels: 'Base models it meets',
  meetsBenchmarks: 'Benchmarks it meets',
  siblings: 'Techniques it travels with',
  siblingsNote: 'In the same papers, those that go with it more than with everything first.',
  noTechniques: 'No technique is known yet',

  timelineTitle: 'When techniques came up',
  timelineNote: 'Papers that propose or use a technique, by digest date. A circle opens its papers with their sentences.',
  newSince: 'New since',
  sinceLastVisit: 'since your last visit',
  nothingSinceVisit: 'Nothing has come in since your last visit.',
  nothingNew: 'Nothing was first seen since then under these filters.',

  compareTitle: (n: number): string => `${num(n)} things side by side`,
  compareNote: 'What is shared comes first, marked at the side. Every cell opens its sentence.',
  compareEmpty: 'Nothing to compare yet',
  compareEmptyNext: 'Select two to four papers, techniques, models or benchmarks, and press “Compare” in the panel of each.',
  compareIn: 'Compare',
  compareOut: 'In the comparison',
  compareFull: (n: number): string => `At most ${num(n)} things at once; take one out first`,
  compareOpen: (n: number): string => `Open the comparison (${num(n)})`,
  uncompare: (name: string): string => `Take ${name} out of the comparison`,
  sharedOf: (shared: number, all: number): string => `${num(shared)} shared of ${num(all)}`,
  notHere: 'not here',
  inPaper: (title: string): string => `in “${title}”`,

  openEvidence: (what: string): string => `Show the sentence: ${what}`,
  cellPapers: 'Papers in this cell, with both sentences',
  cellNothing: 'No paper on the map tried this. That may be a gap worth filling, or a digest that does not say.',
};
