// What users do, in a real Chromium on the bundled samples: tables of tasks, each failing on any console error as well.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPage } from './open-page.ts';
import { startServer, type TestServer } from './start-server.ts';
import { CONSOLE_TASKS } from './tasks/console.ts';
import { FIND_TASKS } from './tasks/find.ts';
import { MAP_TASKS } from './tasks/map.ts';
import { PAGE_TASKS } from './tasks/page.ts';
import { TOOL_TASKS } from './tasks/tools.ts';
import { VIEW_TASKS } from './tasks/views.ts';

let browser: Browser;
let server: TestServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each([
  ['map', MAP_TASKS],
  ['find', FIND_TASKS],
  ['page', PAGE_TASKS],
  ['view', VIEW_TASKS],
  ['console', CONSOLE_TASKS],
  ['tool', TOOL_TASKS],
])('%s', (_group, tasks) => {
  test.each(tasks)('$name', async ({ run, options }) => {
    const visit = await openPage(browser, server.url, options);
    try {
      await run(visit);
      expect(visit.troubles).toEqual([]);
    } finally {
      await visit.close();
    }
  });
});
