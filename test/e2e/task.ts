// What a user does, as one line of a table.
import type { BrowserContextOptions } from 'playwright-core';
import type { Visit } from './open-page.ts';

export interface Task {
  readonly name: string;
  /** Those with the same locale and nothing else share a page, which costs a load less each. */
  readonly options?: BrowserContextOptions;
  /** Needs a page that was just loaded, or leaves something in it that the next task would see. */
  readonly isAlone?: true;
  readonly run: (visit: Visit) => Promise<void>;
}
