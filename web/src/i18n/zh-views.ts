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

  boardsTitle: '论文报告的数值',
  boardsNote: '按论文原文列出。数值与提升分开，不同论文的数值不作排名比较：实验设置未说明。',
  boardOption: (name, results, papers) => `${name}：${num(papers)} 篇论文中的 ${num(results)} 个数值`,
  boardCut: (n) => `还有 ${num(n)} 个数值未列出，可在控制台中查询`,
  kindAbsolute: '数值',
  kindImprovement: '相对论文自身基线的提升',
  settings: '实验设置未说明',
  noNumbers: '这里没有论文报告基准数值',
  noNumbersNext: '请读入含实验结果的日报，或在矩阵中查看评测过什么。',

  lineageTitle: '基座模型及其衍生',
  lineageNote: '从系列到规模再到派生模型；基座、辅助与对比分开计数。',
  familyTree: '模型系列',
  papersAround: (name) => `与 ${name} 及其下属模型相关的论文`,
  ownTechniques: '技术各不相同的论文',
  noPaperTouches: '没有论文直接涉及它，请选择系列中有计数的成员。',
  noModels: '还没有已知的模型',
  lineageCut: '未全部列出，其余可在控制台中查询。',

  openEvidence: (what) => `显示原文句子：${what}`,
  cellPapers: '此格中的论文及两处原文',
  cellNothing: '图谱中没有论文尝试过。这可能是值得填补的空白，也可能只是日报没有提到。',
};
