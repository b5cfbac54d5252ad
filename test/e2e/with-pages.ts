// One Chromium and one server for a file of tests, and the pages that its tasks share.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser, openPage, SMALL_DESKTOP, type Visit } from './open-page.ts';
import { startServer, type TestServer } from './start-server.ts';
import type { Task } from './task.ts';

type Opened = Visit & { close(): Promise<void> };
interface Started {
  readonly browser: Browser;
  readonly url: string;
  /** Runs a task on a page of its own, or on the one for its language. */
  readonly run: (task: Task) => Promise<void>;
}

/** Call at the top of a file; what it answers is there when the tests run. */
export function withPages(samplesDir?: string): () => Started {
  let browser: Browser;
  let server: TestServer;
  const shared = new Map<string, Opened>();
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), startServer(samplesDir)]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  const sharedPage = async (locale: string): Promise<Opened> => {
    const known = shared.get(locale);
    if (known) return known;
    const visit = await openPage(browser, server.url, { viewport: SMALL_DESKTOP, locale });
    shared.set(locale, visit);
    await visit.go();
    await visit.page.getByTestId('tour-skip').filter({ visible: true }).click();
    visit.stay();
    return visit;
  };
  const run = async ({ options = {}, isAlone, run: act }: Task): Promise<void> => {
    const { locale = 'en-GB', ...others } = options;
    const mayShare = !isAlone && Object.keys(others).length === 0;
    const visit = mayShare ? await sharedPage(locale) : await openPage(browser, server.url, options);
    try {
      await act(visit);
      expect(visit.troubles).toEqual([]);
    } finally {
      if (mayShare) visit.expectTrouble(/./);
      else await visit.close();
    }
  };
  return () => ({ browser, url: server.url, run });
}
