// The best value that the papers of a cell report on its benchmark: asked of the leaderboards of the columns in sight, a few at a time.
import { useEffect, useState } from 'react';
import type { BoardRow, LeaderboardResponse } from '../../../../src/shared/api/leaderboards.ts';
import { isAbort } from '../../api/failure.ts';
import type { App } from '../../state/app.ts';

export interface Best {
  readonly row: BoardRow;
  readonly metric: string;
}
const AT_ONCE = 4;
const MAX_BOARDS = 24;
const boardsOf = new Map<string, Promise<LeaderboardResponse>>();

/** By benchmark; those without numbers are not asked for. */
export function useBoards(app: App, benchmarks: readonly string[], version: string): ReadonlyMap<string, LeaderboardResponse> {
  const [boards, setBoards] = useState<ReadonlyMap<string, LeaderboardResponse>>(new Map());
  const wanted = benchmarks.slice(0, 100).join('\n');
  useEffect(() => {
    const abort = new AbortController();
    const load = async (): Promise<void> => {
      const { benchmarks: known } = await app.api.leaderboards('all', abort.signal);
      const hasNumbers = new Set(known.map(({ benchmark }) => benchmark.id));
      const queue = wanted
        .split('\n')
        .filter((id) => hasNumbers.has(id))
        .slice(0, MAX_BOARDS);
      const found = new Map<string, LeaderboardResponse>();
      const work = async (): Promise<void> => {
        for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
          const key = `${version} ${id}`;
          const request = boardsOf.get(key) ?? app.api.leaderboard(id);
          boardsOf.set(key, request);
          found.set(
            id,
            await request.catch((cause: unknown) => {
              boardsOf.delete(key);
              throw cause;
            }),
          );
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      if (!abort.signal.aborted) setBoards(found);
    };
    load().catch((cause: unknown) => {
      // Without numbers the counts still stand; the leaderboards view says what is wrong.
      if (!isAbort(cause)) setBoards(new Map());
    });
    return () => abort.abort();
  }, [app, wanted, version]);
  return boards;
}

/** Absolute values only; of several metrics the one most of these papers report. */
export function bestOf(board: LeaderboardResponse | undefined, papers: readonly string[]): Best | null {
  const mine = (board?.boards ?? [])
    .filter(({ kind }) => kind === 'absolute')
    .map(({ metric, rows }) => ({
      metric,
      rows: rows.filter(({ paper, number }) => number !== null && papers.includes(`paper:${paper.id}`)),
    }))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => b.rows.length - a.rows.length);
  const [first] = mine;
  const [row] = first?.rows ?? [];
  return first && row ? { row, metric: first.metric } : null;
}
