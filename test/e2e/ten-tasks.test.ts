// Ten things users come for, each by mouse and by keyboard alone, in English and in Chinese, in a real Chromium with WebGL.
// One page goes through all ten: what a task leaves behind must not stand in the way of the next.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, SMALL_DESKTOP, type Visit } from './open-page.ts';
import { makeHand } from './tasks/hand.ts';
import { TEN_TASKS } from './tasks/ten.ts';
import { withPages } from './with-pages.ts';

const pages = withPages();

describe.each([
  ['mouse', 'en'],
  ['keyboard', 'en'],
  ['mouse', 'zh'],
  ['keyboard', 'zh'],
] as const)('by %s, %s', (means, lang) => {
  let visit: Visit & { close(): Promise<void> };
  beforeAll(async () => {
    visit = await openPage(pages().browser, pages().url, {
      viewport: SMALL_DESKTOP,
      locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await visit.go();
    await visit.page.getByTestId('tour-skip').filter({ visible: true }).click();
  });
  afterAll(() => visit?.close());
  test.each(TEN_TASKS)('$name', async ({ run }) => {
    await visit.reset();
    await run(visit, makeHand(visit, means, lang));
    expect(visit.troubles).toEqual([]);
  });
});
