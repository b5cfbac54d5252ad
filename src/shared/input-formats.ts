// Formats that ingest reads; what each looks like stands in src/ingest.
export const INPUT_FORMATS = ['report-markdown', 'markdown', 'hf-daily', 'jsonl', 'arxiv-kaggle', 'arxiv-atom'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];
