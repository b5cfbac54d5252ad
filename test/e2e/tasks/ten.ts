// The ten tasks. Each ends on something a user would see, not on an internal state.
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Visit } from '../open-page.ts';
import type { Hand } from './hand.ts';

interface TenTask {
  readonly name: string;
  readonly run: (visit: Visit, hand: Hand) => Promise<void>;
}
/** On a busy machine a change may take a while to be drawn. */
const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 15_000 });
const number = async (text: Promise<string | null>): Promise<number> => Number(((await text) ?? '').replace(/\D/g, ''));

async function expectSentence({ at }: Visit, inside: string): Promise<void> {
  const quote = at(inside).getByTestId('evidence-quote').first();
  await quote.waitFor();
  expect((await quote.locator('mark').allTextContents()).join('').trim().length).toBeGreaterThan(2);
}

export const TEN_TASKS: readonly TenTask[] = [
  {
    name: 'which papers share GRPO and what do they measure',
    run: async (visit, hand) => {
      const { at, page } = visit;
      await hand.search('GRPO', 'method:grpo');
      await hand.openView('technique');
      const used = page.locator('[data-testid="technique-role"][data-role="USES"]');
      expect(await number(used.locator('h3 .count').textContent())).toBeGreaterThanOrEqual(5);
      const measured = at('meetings').filter({ hasText: hand.t.v.meetsBenchmarks });
      expect(await measured.getByTestId('meeting').count()).toBeGreaterThan(2);
      await hand.press(measured.getByTestId('meeting').first());
      await hand.press(measured.getByTestId('evidence-toggle').first());
      await expectSentence(visit, 'technique-view');
    },
  },
  {
    name: 'papers sharing Qwen2.5-VL-7B as base model',
    run: async (visit, hand) => {
      const { page } = visit;
      await hand.search('qwen2.5 vl 7b', 'model:qwen2.5-vl-7b');
      await hand.openView('lineage');
      const base = page.locator('[data-testid="lineage-role"][data-role="BUILDS_ON"]');
      await base.waitFor();
      expect(await base.getByTestId('lineage-paper').count()).toBeGreaterThan(0);
      await hand.press(base.getByTestId('evidence-toggle').first());
      await expectSentence(visit, 'lineage-view');
      expect(await base.getByTestId('evidence-quote').first().textContent()).toMatch(/qwen2\.5-vl/i);
    },
  },
  {
    name: 'which techniques were never tried on AIME 2025',
    run: async ({ at, page }, hand) => {
      await hand.openView('matrix');
      await hand.pick(at('matrix-by'), 'AIME 2025');
      await hand.tick(at('matrix-gaps'));
      await at('matrix-never').waitFor();
      expect(await number(at('matrix-never').evaluate((line) => line.textContent?.replace('AIME 2025', '') ?? ''))).toBeGreaterThan(20);
      const column = page.locator('[data-testid="matrix-table"] tbody tr td:nth-child(2)');
      // The table follows a moment after the line above it.
      const counts = () => column.evaluateAll((cells) => [...new Set(cells.map((cell) => (cell as HTMLElement).dataset['count']))]);
      await expect.poll(counts, { timeout: 10_000 }).toEqual(['0']);
      await hand.press(column.first());
      expect(await at('matrix-detail').textContent()).toContain(hand.t.v.cellNothing);
    },
  },
  {
    name: 'evidence for one edge',
    run: async (visit, hand) => {
      const { at, page, selection } = visit;
      await hand.search('GRPO', 'method:grpo');
      if (hand.means === 'mouse') {
        const group = page.locator('[data-testid="role-group"][data-role="method/uses"]');
        await group.getByTestId('evidence-toggle').first().click();
        await expectSentence(visit, 'entity-panel');
        expect(await group.getByTestId('paper-link').first().getAttribute('href')).toMatch(/^https?:/);
      } else {
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
        await at('edge-panel').waitFor();
        await expectSentence(visit, 'edge-panel');
        await page.keyboard.press('Escape');
        expect(await selection()).toEqual({ selected: 'method:grpo', edge: null });
      }
    },
  },
  {
    name: 'what is new since 12 February',
    run: async ({ at, page }, hand) => {
      await hand.openView('timeline');
      if (hand.means === 'mouse') await at('since-date').fill('2026-02-12');
      else {
        // The list has the digests themselves; the first one from that day on says the same.
        const options = await at('since-select')
          .locator('option')
          .evaluateAll((list) => list.map((option) => ({ value: (option as HTMLOptionElement).value, words: option.textContent ?? '' })));
        const wanted = options.filter(({ value }) => value >= '2026-02-12').at(-1);
        expect(wanted).toBeDefined();
        await hand.pick(at('since-select'), wanted?.words ?? '');
      }
      await page.waitForFunction(() => location.search.includes('since=2026-02-1'));
      const { total } = await page.evaluate(
        async () => (await (await fetch('/api/papers?from=2026-02-12&limit=1')).json()) as { total: number },
      );
      const group = page.locator('[data-testid="new-group"][data-type="paper"]');
      await eventually(() => number(group.locator('.count').first().textContent())).toBe(total);
    },
  },
  {
    name: 'correct a wrong role and undo it',
    run: async ({ at, page }, hand) => {
      await hand.search('GRPO', 'method:grpo');
      const used = page.locator('[data-testid="role-group"][data-role="method/uses"]');
      const compared = page.locator('[data-testid="role-group"][data-role="method/compares"]');
      await used.waitFor();
      const before = await used.getByTestId('edge-row').count();
      const beforeCompared = await compared.getByTestId('edge-row').count();
      await hand.press(used.getByTestId('evidence-toggle').first());
      await hand.press(used.getByTestId('wrong').first());
      await hand.tick(at('wrong-role'));
      await hand.pick(at('wrong-new-role'), hand.t.w.kinds['method/compares']);
      await hand.press(at('wrong-save'));
      await at('decided-undo').waitFor();
      await eventually(() => compared.getByTestId('edge-row').count()).toBe(beforeCompared + 1);
      expect(await used.getByTestId('edge-row').count()).toBe(before - 1);
      await hand.press(at('decided-undo'));
      await eventually(() => used.getByTestId('edge-row').count()).toBe(before);
      expect(await compared.getByTestId('edge-row').count()).toBe(beforeCompared);
    },
  },
  {
    name: 'share this view',
    run: async ({ at, page }, hand) => {
      await hand.search('GRPO', 'method:grpo');
      await hand.press(at('legend-type-field'));
      await hand.openView('papers');
      await hand.press(at('copy-link'));
      const link = await page.evaluate(() => navigator.clipboard.readText());
      const other = await page.context().newPage();
      try {
        await other.goto(link);
        await other.getByTestId('papers-view').waitFor();
        await other.locator('[data-testid="entity-panel"][data-id="method:grpo"]').waitFor();
        expect(await other.getByTestId('legend-type-field').getAttribute('aria-checked')).toBe('false');
        expect(await other.evaluate(() => document.documentElement.lang)).toBe(hand.lang === 'zh' ? 'zh-CN' : 'en');
      } finally {
        await other.close();
      }
    },
  },
  {
    name: 'compare two techniques and see how they are connected',
    run: async (visit, hand) => {
      const { at, page } = visit;
      await hand.search('GRPO', 'method:grpo');
      await hand.press(at('compare-toggle'));
      await hand.search('思维链', 'method:chain-of-thought');
      await page.locator('[data-testid="entity-panel"][data-id="method:chain-of-thought"]').waitFor();
      await hand.press(at('compare-toggle'));
      await hand.openView('compare');
      expect(await page.locator('[data-testid="compare-row"][data-shared="2"]').count()).toBeGreaterThan(0);
      if ((await at('path').count()) === 0) await hand.tick(at('without-hubs'));
      await at('path').first().waitFor();
      await hand.press(at('path').first().getByTestId('evidence-toggle').first());
      await expectSentence(visit, 'paths');
    },
  },
  {
    name: 'open a neighbourhood role by role, close it, undo',
    run: async ({ at, page }, hand) => {
      const drawn = (): Promise<number> =>
        at('status-drawn').evaluate((line) => Number(line.textContent?.match(/[\d,]+/)?.[0].replace(/,/g, '')));
      await hand.search('GRPO', 'method:grpo');
      await at('explore').waitFor();
      const all = await drawn();
      await hand.press(at('explore-USES'));
      await eventually(drawn).toBeLessThan(60);
      const opened = await drawn();
      expect(opened).toBeGreaterThan(4);
      await hand.press(at('collapse'));
      await eventually(drawn).toBe(1);
      if (hand.means === 'mouse') await at('undo').click();
      else await page.keyboard.press('Control+z');
      await eventually(drawn).toBe(opened);
      if (hand.means === 'mouse') await at('redo').click();
      else await page.keyboard.press('Control+Shift+Z');
      await eventually(drawn).toBe(1);
      await hand.press(at('whole-map'));
      await eventually(drawn).toBe(all);
    },
  },
  {
    name: 'take what is on screen away as a file',
    run: async ({ at, page }, hand) => {
      await hand.press(at('legend-type-field'));
      if (hand.means === 'mouse') await at('export-open').click();
      else await hand.press(at('export-open'));
      const [file] = await Promise.all([page.waitForEvent('download'), hand.press(at('export-gexf'))]);
      const gexf = readFileSync(await file.path(), 'utf8');
      expect(gexf).toContain('<node id="method:grpo" label="GRPO">');
      expect(gexf).not.toContain('IN_FIELD');
    },
  },
];
