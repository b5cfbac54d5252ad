// 各视图的中文文本；键与 en-views.ts 一致（由类型保证）。
import type { Dictionary } from './dictionary.ts';

const num = new Intl.NumberFormat('zh-CN').format;

export const zhViews: Dictionary['v'] = {
  showCypher: '查看 Cypher',
  cypherIntro: '此视图对应的只读查询，可在控制台中修改。',
  parameters: '参数',
  copy: '复制',
  copied: '已复制',
  openConsole: '在控制台中打开',

  consoleTitle: '用 Cypher 查询图谱',
  consoleNote: '只读；最多 1,000 行、5 秒。按 Ctrl+Enter 运行。打开链接只会填入查询，不会自动运行。',
  query: '查询',
  run: '运行',
  running: '正在运行……',
  cancel: '取消',
  gallery: '从这些问题开始',
  rowsFound: (n, ms) => `${num(n)} 行，用时 ${num(Math.round(ms))} 毫秒`,
  rowsCut: (n) => `只显示前 ${num(n)} 行。请缩小查询范围，或改为计数。`,
  noRows: '查询有效，但没有结果。',
  errorAt: (line, column) => `第 ${num(line)} 行，第 ${num(column)} 列`,
  resultTable: '结果行',

  openEvidence: (what) => `显示原文句子：${what}`,
  cellPapers: '此格中的论文及两处原文',
  cellNothing: '图谱中没有论文尝试过。这可能是值得填补的空白，也可能只是日报没有提到。',
};
