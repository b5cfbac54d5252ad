// What a user changes: the span of days, readings that are wrong, reports that come in. Each is undone or looked at to its end.
import { expect } from 'vitest';
import type { Visit } from '../open-page.ts';
import type { Task } from '../task.ts';

const eventually = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 15_000 });

/** The first sentence under "used by" of GRPO, with its correction form open. */
async function openWrong({ at, go, page }: Visit): Promise<{ used: ReturnType<Visit['at']>; before: number }> {
  await go('?sel=method:grpo');
  const used = page.locator('[data-testid="role-group"][data-role="method/uses"]').getByTestId('edge-row');
  await used.first().waitFor();
  const before = await used.count();
  await used.first().getByTestId('evidence-toggle').click();
  await used.first().getByTestId('wrong').click();
  await at('wrong-form').waitFor();
  return { used, before };
}

const report = (id: string, papers: number): string =>
  Array.from({ length: papers }, (_, i) =>
    JSON.stringify({
      id: `${id}.${10_000 + i}`,
      title: `Pasted paper ${i}`,
      date: '2026-02-20',
      url: `https://arxiv.org/abs/${id}.${10_000 + i}`,
      lang: 'en',
      text: `We propose PastedRL-${i}, train it with GRPO on top of Qwen2.5-VL-7B and evaluate it on AIME 2025.`,
    }),
  ).join('\n');

export const CHANGE_TASKS: readonly Task[] = [
  {
    name: 'brush over the timeline: map and tables are about that span, and all dates come back',
    run: async ({ at, go, page }) => {
      await go('?tab=timeline');
      const box = await at('brush-bars').boundingBox();
      if (!box) throw new Error('no bars');
      const bars = await at('brush-bars').locator('span').count();
      const middle = (bar: number): number => box.x + ((bar + 0.5) / bars) * box.width;
      await page.mouse.move(middle(1), box.y + 20);
      await page.mouse.down();
      await page.mouse.move(middle(2), box.y + 20, { steps: 4 });
      await page.mouse.up();
      await page.waitForFunction(() => /from=[\d-]+.*to=[\d-]+/.test(location.search));
      const [from, to] = await page.evaluate(() => ['from', 'to'].map((key) => new URLSearchParams(location.search).get(key) ?? ''));
      expect(await at('brush-bars').locator('[data-in="true"]').count()).toBe(2);
      const { total } = await page.evaluate(
        async (span) => (await (await fetch(`/api/papers?from=${span[0]}&to=${span[1]}&limit=1`)).json()) as { total: number },
        [from, to],
      );
      await at('tab-papers').click();
      await eventually(() => at('paper-row').count()).toBe(total);
      expect((await at('status-hidden').textContent())?.length).toBeGreaterThan(5);
      await at('tab-timeline').click();
      await at('brush-all').click();
      await page.waitForFunction(() => !location.search.includes('from='));
    },
  },
  {
    name: 'hide a relation that does not hold, find it under the corrections, and undo it there',
    run: async (visit) => {
      const { at } = visit;
      const { used, before } = await openWrong(visit);
      await at('wrong-hide').check();
      await at('wrong-save').click();
      await at('decided-undo').waitFor();
      await eventually(() => used.count()).toBe(before - 1);
      await at('decisions-open').click();
      await at('decision').first().waitFor();
      expect(await at('decision').first().textContent()).toContain('GRPO');
      await at('decision-undo').first().click();
      await eventually(() => at('decision').count()).toBe(0);
      await at('decisions').getByRole('button', { name: 'Close' }).click();
      await eventually(() => used.count()).toBe(before);
    },
  },
  {
    name: 'correct a name: the relation goes to the right thing, and comes back',
    run: async (visit) => {
      const { at, page } = visit;
      const { used, before } = await openWrong(visit);
      await at('wrong-name').check();
      expect(await at('wrong-save').isDisabled()).toBe(true);
      await at('wrong-new-name').fill('DAPO');
      await at('wrong-save').click();
      await at('decided-undo').waitFor();
      await eventually(() => used.count()).toBe(before - 1);
      await at('search-input').fill('DAPO');
      await page.locator('[data-testid="search-hit"][data-id="method:dapo"]').click();
      await page.locator('[data-testid="entity-panel"][data-id="method:dapo"]').waitFor();
      await at('decided-undo').click();
      await at('decided-undo').waitFor({ state: 'detached' });
      const { papers } = await page.evaluate(
        async () => (await (await fetch('/api/entities/method:grpo')).json()).entity as { papers: number },
      );
      expect(papers).toBeGreaterThanOrEqual(before);
    },
  },
  {
    name: 'a question typed into the palette is answered there, with its Cypher and the way into the console',
    run: async ({ at, go, page }) => {
      await go();
      await page.keyboard.press('Control+k');
      await at('palette-input').fill('which papers build on Qwen2.5-VL-7B?');
      await page.locator('[data-testid="palette-question"][aria-selected="true"]').waitFor();
      await page.keyboard.press('Enter');
      await at('palette-rows').waitFor();
      expect(await at('palette-rows').locator('tbody tr').count()).toBeGreaterThan(0);
      await at('palette-show-cypher').click();
      expect(await at('palette-cypher').textContent()).toContain('BUILDS_ON');
      await at('palette-input').fill('why is the sky blue?');
      await page.keyboard.press('Enter');
      await at('palette-answer').getByTestId('ask-question').first().click();
      await at('palette-rows').waitFor();
      await at('palette-open-console').click();
      await at('console-query').waitFor();
      expect(await at('palette').count()).toBe(0);
      expect(page.url()).toContain('tab=console');
    },
  },
  {
    name: 'the console underlines a mistake while typing, without a run, and lets go of it',
    run: async ({ at, go, page }) => {
      await go('?tab=console');
      await at('console-query').fill('MATCH (p:Paper)\nRETRUN p');
      await page.locator('.cm-lintRange-error').waitFor();
      expect(await at('console-mistake').textContent()).toMatch(/^Line 2, column 1: /);
      expect(await at('console-error').count()).toBe(0);
      await at('console-query').fill('MATCH (p:Paper) RETURN p.id AS id LIMIT 3');
      await page.locator('.cm-lintRange-error').waitFor({ state: 'detached' });
      await at('console-query').fill('MATCH (p:Paper) DETACH DELETE p');
      await page.locator('.cm-lintRange-error').waitFor();
      expect(await at('history-entry').count()).toBe(0);
    },
    isAlone: true,
  },
  {
    name: 'paste a report: what it would bring, then adding it, then what is new',
    options: { permissions: ['clipboard-read', 'clipboard-write'] },
    run: async ({ at, go, page }) => {
      await go();
      await page.evaluate((text) => navigator.clipboard.writeText(text), report('2602', 2));
      await page.locator('#stage').focus();
      await page.keyboard.press('Control+v');
      await at('add-would').waitFor();
      expect(await at('add-would').textContent()).toContain('2 new');
      await at('add-confirm').click();
      await at('add-done').waitFor();
      expect(await at('add-done').textContent()).toContain('2 new');
      await at('add-show').click();
      await at('timeline-view').waitFor();
      expect(page.url()).toContain('since=2026-02-20');
      await page.locator('[data-testid="new-group"][data-type="paper"]').getByText('Pasted paper 1').waitFor();
      // The same once more brings nothing.
      await at('add-open').click();
      await at('add-text').fill(report('2602', 2));
      await at('add-name').fill('pasted.md');
      await at('add-preview').click();
      await at('add-would').waitFor();
      expect(await at('add-would').textContent()).toContain('2 unchanged');
      expect(await at('add-confirm').isDisabled()).toBe(true);
    },
  },
  {
    name: 'adding a long report can be stopped: what is done stays, and it is said',
    isAlone: true,
    run: async ({ at, go, page }) => {
      await go();
      await at('add-open').click();
      await at('add-text').fill(report('2603', 400));
      await at('add-preview').click();
      await at('add-confirm').click();
      await at('add-cancel').click();
      await at('add-stopped').waitFor();
      const added = Number((await at('add-stopped').textContent())?.match(/\d+/)?.[0]);
      expect(added).toBeLessThan(400);
      const { total } = await page.evaluate(
        async () => (await (await fetch('/api/papers?q=Pasted%20paper&limit=1')).json()) as { total: number },
      );
      expect(total).toBe(2 + added);
    },
  },
];
