// Tells after every request whether the server answered, so that one line can say when it is away.
import type { Api } from './client.ts';
import { isAbort, toFailure } from './failure.ts';

export function watchAnswers(api: Api, tell: (isOffline: boolean) => void): Api {
  const watched = Object.entries(api).map(([name, ask]) => [
    name,
    async (...given: never[]) => {
      try {
        const answer: unknown = await (ask as (...args: never[]) => Promise<unknown>)(...given);
        tell(false);
        return answer;
      } catch (cause) {
        if (!isAbort(cause)) tell(toFailure(cause).kind === 'offline');
        throw cause;
      }
    },
  ]);
  return Object.fromEntries(watched) as Api;
}
