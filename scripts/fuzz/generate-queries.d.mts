export declare function makeRandom(seed: number): () => number;
export declare function generateQueries(options: {
  readonly seed: number;
  readonly count: number;
  readonly corpus: readonly string[];
  readonly file: string;
}): Generator<string>;
