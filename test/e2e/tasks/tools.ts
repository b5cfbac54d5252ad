// What stands over all views: projections, lasso, the map beside a view, the tour, links to older data, and every state that is not the normal one.
import { expect } from 'vitest';
import type { Task } from '../task.ts';

const EMPTY_GRAPH = { nodes: [], edges: [], clusters: [], total: { nodes: 0, edges: 0 }, truncated: false, fingerprint: '0'.repeat(64) };

export const TOOL_TASKS: readonly Task[] = [
  {
    name: 'projections: papers tied by what they share, down to the sentence; the address keeps them',
    run: async ({ at, go, page }) => {
      await go('?show=papers');
      expect(await at('status-drawn').textContent()).toMatch(/^([\d,]+) of \1 nodes/);
      const tie = await page.evaluate(() => window.__paperloom?.edgeIds().find((id) => id.startsWith('tie:')));
      await go(`?show=papers&edge=${encodeURIComponent(tie ?? '')}`);
      await at('tie-panel').waitFor();
      expect(await at('tie-panel').getByTestId('edge-evidence').count()).toBeGreaterThanOrEqual(2);
      await at('tie-panel').getByTestId('evidence-toggle').first().click();
      await at('tie-panel').getByTestId('evidence-quote').first().waitFor();
      await at('projection').selectOption('models');
      await page.waitForFunction(() => location.search.includes('show=models'));
      await page.waitForFunction(() => window.__paperloom?.edgeIds().every((id) => !id.startsWith('tie:')));
    },
  },
  {
    name: 'lasso on the map filters the matrix; the matrix lights the map beside it',
    isAlone: true,
    run: async ({ at, go, page }) => {
      await go();
      const box = await at('stage').boundingBox();
      if (!box) throw new Error('no stage');
      await at('lasso').click();
      await at('lasso-layer').waitFor();
      const corners = [
        [0.25, 0.3],
        [0.75, 0.3],
        [0.75, 0.85],
        [0.25, 0.85],
      ] as const;
      await page.mouse.move(box.x + box.width * 0.25, box.y + box.height * 0.3);
      await page.mouse.down();
      for (const [x, y] of corners) await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 3 });
      await page.mouse.up();
      await at('status-picked').waitFor();
      const picked = Number((await at('status-picked').textContent())?.match(/\d+/)?.[0]);
      expect(picked).toBeGreaterThan(3);
      await at('tab-papers').click();
      await at('papers-view').waitFor();
      expect(await at('papers-view').getByTestId('paper-row').count()).toBe(picked);
      await at('tab-matrix').click();
      await at('matrix-view').waitFor();
      await at('split').click();
      await page.locator('[data-testid="matrix-cell"]:not([data-count="0"])').first().hover();
      await expect.poll(() => page.evaluate(() => window.__paperloom?.focusCount() ?? 0), { timeout: 15_000 }).toBeGreaterThanOrEqual(3);
      await at('unpick').click();
      await at('status-picked').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'a link made from older data says what has changed and leads to it',
    isAlone: true,
    run: async ({ at, go, page }) => {
      await go('?tab=papers&fp=00000000.10.100.200.2026-02-10');
      await at('data-moved').waitFor();
      const { papers } = await page.evaluate(async () => (await (await fetch('/api/stats')).json()) as { papers: number });
      expect(await at('data-moved').textContent()).toContain(`+${papers - 10} papers`);
      await at('see-new').click();
      await at('timeline-view').waitFor();
      expect(page.url()).toMatch(/since=2026-02-1[1-9]/);
    },
  },
  {
    name: 'the tour: three steps on the first visit, skipped for good',
    isAlone: true,
    run: async ({ at, go, page }) => {
      const tour = at('tour-panel');
      await go();
      await tour.waitFor();
      await tour.getByTestId('tour-next').click();
      await tour.getByTestId('tour-next').click();
      expect(await tour.textContent()).toContain('Step 3 of 3');
      await tour.getByTestId('tour-next').click();
      await tour.waitFor({ state: 'detached' });
      await go('?tab=map&hulls=0');
      expect(await tour.count()).toBe(0);
      await page.keyboard.press('?');
      await at('tour-start').click();
      await tour.waitFor();
      await tour.getByTestId('tour-skip').click();
      await tour.waitFor({ state: 'detached' });
    },
  },
  {
    name: 'loading, empty, failed and offline each say what to do next',
    isAlone: true,
    run: async ({ at, open, page, expectTrouble }) => {
      let answer: 'slow-empty' | 'away' | 'broken' | 'real' = 'slow-empty';
      await page.route('**/api/graph', async (route) => {
        if (answer === 'real') return route.continue();
        if (answer === 'away') return route.abort();
        if (answer === 'broken')
          return route.fulfill({ status: 500, json: { error: { code: 'bug', message: 'It broke', hint: 'Tell us', requestId: 'r' } } });
        await new Promise((resolve) => setTimeout(resolve, 700));
        return route.fulfill({ json: EMPTY_GRAPH });
      });
      await open();
      await at('loading').waitFor();
      await at('load-empty').waitFor();
      expect(await at('load-empty').textContent()).toContain('ingest samples/');
      answer = 'broken';
      await open('?lang=zh&tab=map&hulls=0');
      await at('load-failed').waitFor();
      expect(await at('load-failed').textContent()).toContain('It broke');
      answer = 'away';
      await open('?tab=map&hulls=0&lang=en');
      await at('load-failed').waitFor();
      expect(await at('load-failed').textContent()).toContain('npm start');
      answer = 'real';
      await at('reload').click();
      await page.waitForFunction(() => window.__paperloom?.ready === true);
      // The server goes away while the page is open: what is there stays.
      await page.route('**/api/entities/**', (route) => route.abort());
      await page.evaluate(() => document.querySelector<HTMLElement>('[data-testid="start-panel"] [data-testid="node-button"]')?.click());
      await at('offline').waitFor();
      expect(await page.evaluate(() => window.__paperloom?.nodeCount ?? 0)).toBeGreaterThan(60);
      await page.unroute('**/api/entities/**');
      await at('offline-retry').click();
      await at('offline').waitFor({ state: 'detached' });
      expectTrouble(/Failed to load resource/);
    },
  },
];
