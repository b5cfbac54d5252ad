// Names of metrics as they stand in a text, in both languages, and what family they belong to. One pass over a sentence
// finds all; the nearest to a number names what the number measures.

export interface MetricAt {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** What costs time, memory or money rather than how good the answers are. */
  readonly isCost: boolean;
}

const LATIN = [
  '(?:(?:macro|micro|weighted|entity|relation|token|average)[- ])?F1(?:[- ]score)?(?:@\\d{1,3})?',
  '(?:pass|recall|precision|hit|hits|acc|accuracy|r|p|hr|ndcg|mrr|map|avg|best|resolve|bc|maj|cons|mean)@\\d{1,4}(?:\\.\\d)?',
  '(?:top|rank)-\\d{1,2}(?: accuracy| acc)?',
  'g?FID|r-?FID|FVD|FAD|FGD|IS|KID|CLIP-?SIM|CLIP[- ]?score|CLAP[- ]?score|LPIPS|SSIM|PSNR|DINO score|aesthetic score',
  'PESQ|E?STOI|SI-SDRi?|SI-SNRi?|SDRi?|DNSMOS|UTMOS(?:v2)?|N?MOS|CMOS|SMOS|EER|minDCF|WER|CER|PER|DER|UAR|UA|WA|MCD|SIM-o|speaker similarity',
  'BLEU(?:-\\d)?|ROUGE(?:-[L\\d])?|METEOR|CIDEr|BERTScore|chrF|COMET|perplexity|PPL|NLL|bits per (?:byte|character)',
  'm?AP(?:50|75)?|m?IoU|Dice|DSC|PQ|HOTA|MOTA|IDF1|AUROC|AUPRC|ROC[- ]AUC|PR[- ]AUC|AUC|J&F',
  'R?MSE|NMSE|MAE|MAPE|MASE|CRPS|minADE|minFDE|ADE|FDE|ATE|Chamfer(?: distance)?|R²|R-squared|NMI|ARI|MCC|QWK|Pearson(?: r)?|Spearman(?: ρ)?|Kendall(?: τ)?|Cohen.s kappa|kappa|correlation',
  'N?DCG|MRR|GAUC|CTR|CVR|GMV|SPL|SR|ASR|EM|exact[- ]match|Elo(?: rating)?|RACE|PCK|TPR|FPR|NPV|PPV',
  '(?:[a-z-]{3,14} )?(?:accuracy|accuracies|success rates?|win[- ]rates?|pass rates?|error rates?|solve rates?|resolve rates?|resolution rates?|completion rates?|hit rates?|failure rates?|detection rates?|hallucination rates?|rates?|scores?|precision|recall|sensitivity|specificity|F-score|reward|returns?|ratio|preference|agreement|alignment|consistency|coverage|fidelity|quality)',
  'acc\\.?',
];
const LATIN_COST = [
  '(?:[a-z-]{3,12} )?(?:latency|throughput|speed-?ups?|speed|runtime|memory|tokens?|costs?|FLOPs|parameters|inference time|training time|energy|compute|overhead|compression|bandwidth|storage|footprint|VRAM|TTFT|FPS)|faster|slower|cheaper|smaller|fewer|accelerat(?:es|ion|ing)',
];
const HAN = [
  '[\\u4e00-\\u9fff]{1,5}率',
  '[\\u4e00-\\u9fff]{0,4}(?:得分|分数|评分|准确度|精度|误差|错误|一致性|相似度|相关性|质量|奖励|保真度|自然度|性能|指标|敏感性|特异性|忠实度)',
];
const HAN_COST = [
  '[\\u4e00-\\u9fff]{0,4}(?:延迟|吞吐量?|速度|加速比?|内存|显存|成本|开销|计算量|时间|参数量|耗时|能耗|用量|消耗|token数?)|更?快',
];
const ANY = new RegExp(
  `(?<![A-Za-z])(?:(${LATIN.join('|')})|(${LATIN_COST.join('|')}))(?![A-Za-z])|(${HAN_COST.join('|')})|(${HAN.join('|')})`,
  'gi',
);
const CASED = /^(?:is|sr|per|pq|ate|em|ua|wa|ap|race|map|ari|acc)$/;

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/准确率|正确率|准确度|^acc\.?$|^accurac/i, 'accuracy'],
  [/成功率|^SR$/, 'success rate'],
  [/胜率/, 'win rate'],
  [/召回率/, 'recall'],
  [/精确率|查准率/, 'precision'],
  [/词错误率|词错率/, 'WER'],
  [/字错误率|字错率/, 'CER'],
  [/等错误率/, 'EER'],
  [/通过率/, 'pass rate'],
  [/解决率/, 'resolve rate'],
  [/错误率/, 'error rate'],
  [/^(?:得分|分数|评分|scores?)$/i, 'score'],
];

export function readMetrics(text: string, from: number, to: number): MetricAt[] {
  const found: MetricAt[] = [];
  const words = text.slice(from, Math.min(to, from + 8000));
  for (const match of words.matchAll(ANY)) {
    if (CASED.test(match[0])) continue;
    found.push({
      start: from + match.index,
      end: from + match.index + match[0].length,
      name: metricName(match[0]),
      isCost: match[2] !== undefined || match[3] !== undefined,
    });
    if (found.length > 200) break;
  }
  return found;
}

/** The name in use for a metric written in some way, or the words themselves. */
export function metricName(words: string): string {
  const trimmed = words
    .replace(
      /^(?:的|在|将|使|其|了|上|中|和|与|且|而|对|平均|整体|the |an? |of |and |in |with |to |its |by |mean |average |overall )+/i,
      '',
    )
    .trim();
  if (/^pass@/i.test(trimmed)) return trimmed.toLowerCase();
  for (const [pattern, name] of KNOWN) if (pattern.test(trimmed)) return name;
  return trimmed.length > 0 ? trimmed : words;
}

/** The nearest metric of the clause before the number, else right after it. */
export function metricOf(metrics: readonly MetricAt[], start: number, end: number, from: number): MetricAt | null {
  let before: MetricAt | null = null;
  let after: MetricAt | null = null;
  for (const m of metrics) {
    if (m.end <= start && m.start >= from) before = m;
    else if (m.start >= end && !after) after = m;
  }
  const left = before ? start - before.end : Infinity;
  const right = after ? after.start - end : Infinity;
  if (right <= 3 && left > 2) return after;
  if (before && left <= 40) return before;
  if (after && right <= 16) return after;
  return before;
}
