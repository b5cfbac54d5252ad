// What a user does, as one line of a table.
import type { BrowserContextOptions } from 'playwright-core';
import type { Visit } from './open-page.ts';

export interface Task {
  readonly name: string;
  readonly options?: BrowserContextOptions;
  readonly run: (visit: Visit) => Promise<void>;
}
