// From a question to the sentence, by mouse and by keyboard alone, in both languages.
import { expect } from 'vitest';
import type { Visit } from '../open-page.ts';
import type { Task } from '../task.ts';

/** Aliases of one thing that a reader of either language would type. */
const WAYS_TO_GRPO = ['GRPO', '组相对策略优化', 'group relative policy'] as const;

async function expectMarkedSentence({ at }: Visit): Promise<void> {
  const quote = at('evidence-quote').first();
  await quote.waitFor();
  const marked = (await quote.locator('mark').allTextContents()).join('');
  expect(marked.trim().length).toBeGreaterThan(3);
  expect((await quote.textContent())?.length).toBeGreaterThanOrEqual(marked.length);
}

export const FIND_TASKS: readonly Task[] = [
  {
    name: 'search to evidence by mouse: which papers use GRPO, and who says so',
    run: async (visit) => {
      const { at, go, page, selection } = visit;
      await go();
      for (const way of WAYS_TO_GRPO) {
        await at('search-input').fill(way);
        await page.locator('[data-testid="search-hit"][data-id="method:grpo"]').waitFor();
      }
      await page.locator('[data-testid="search-hit"][data-id="method:grpo"]').click();
      await at('entity-panel').waitFor();
      expect((await selection()).selected).toBe('method:grpo');
      const used = page.locator('[data-testid="role-group"][data-role="method/uses"]');
      await used.getByTestId('evidence-toggle').first().click();
      await expectMarkedSentence(visit);
      expect(await used.getByTestId('paper-link').getAttribute('href')).toMatch(/^https?:\/\//);
    },
  },
  {
    name: 'search to evidence by keyboard alone',
    run: async (visit) => {
      const { at, go, page, selection } = visit;
      await go();
      await page.keyboard.press('/');
      await page.keyboard.type('组相对策略优化');
      await at('search-hit').first().waitFor();
      await page.keyboard.press('Enter');
      await at('entity-panel').waitFor();
      expect((await selection()).selected).toBe('method:grpo');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('stage');
      await page.keyboard.press('ArrowRight');
      expect(await at('announcer').textContent()).toMatch(/1 of \d+$/);
      await page.keyboard.press('Enter');
      await at('edge-panel').waitFor();
      await expectMarkedSentence(visit);
      await page.keyboard.press('Escape');
      expect(await selection()).toEqual({ selected: 'method:grpo', edge: null });
      await page.keyboard.press('ArrowDown');
      const followed = (await selection()).selected;
      expect(followed).not.toBe('method:grpo');
      await page.keyboard.press('ArrowUp');
      expect((await selection()).selected).toBe('method:grpo');
    },
  },
  {
    name: 'papers that share a base model, in Chinese',
    options: { locale: 'zh-CN' },
    run: async (visit) => {
      const { at, go, page } = visit;
      await go();
      await at('search-input').fill('qwen3 8b');
      await page.locator('[data-testid="search-hit"][data-id="model:qwen3-8b"]').click();
      const base = page.locator('[data-testid="role-group"][data-role="model/base"]');
      await base.waitFor();
      expect(await base.locator('h3').textContent()).toContain('以它为基座模型的论文');
      expect(await base.getByTestId('edge-row').count()).toBeGreaterThan(0);
      await base.getByTestId('evidence-toggle').first().click();
      await expectMarkedSentence(visit);
    },
  },
  {
    name: 'nothing found says what to do next',
    run: async ({ at, go }) => {
      await go();
      await at('search-input').fill('zzzz no such thing');
      await at('no-hits').waitFor();
      expect(await at('no-hits').textContent()).toContain('Try a shorter form');
    },
  },
];
