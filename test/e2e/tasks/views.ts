// The views beside the map: each answers a question and leads to the sentence.
import { expect } from 'vitest';
import type { Visit } from '../open-page.ts';
import type { Task } from '../task.ts';

async function expectSentence({ at }: Visit, inside: string): Promise<void> {
  const quote = at(inside).getByTestId('evidence-quote').first();
  await quote.waitFor();
  expect((await quote.locator('mark').allTextContents()).join('').trim().length).toBeGreaterThan(2);
}

export const VIEW_TASKS: readonly Task[] = [
  {
    name: 'matrix: which technique was measured on which benchmark, by arrow keys, down to both sentences',
    run: async (visit) => {
      const { page, at, go } = visit;
      await go('?tab=matrix');
      await at('matrix-view').waitFor();
      const cell = page
        .locator('[data-testid="matrix-cell"]')
        .filter({ hasText: /^[1-9]/ })
        .first();
      await cell.focus();
      await cell.press('ArrowRight');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
      const lines = at('matrix-view').getByTestId('edge-evidence');
      expect(await lines.count()).toBeGreaterThanOrEqual(2);
      await lines.first().getByTestId('evidence-toggle').focus();
      await page.keyboard.press('Enter');
      await expectSentence(visit, 'matrix-view');
    },
  },
  {
    name: 'every view shows its Cypher, and the console runs it unchanged',
    run: async ({ page, at, go }) => {
      await go('?sel=method:grpo');
      await at('entity-panel').getByTestId('show-cypher').click();
      await at('cypher-dialog').waitFor();
      expect(await at('cypher-text').textContent()).toContain('MATCH (e:Entity {id: $id})');
      await at('open-console').click();
      await at('console-view').waitFor();
      // A link fills in; only the user runs.
      expect(await at('console-summary').count()).toBe(0);
      expect(await at('param-id').inputValue()).toBe('method:grpo');
      await at('console-query').press('Control+Enter');
      await at('console-rows').waitFor();
      expect(await at('console-rows').locator('tbody tr').count()).toBeGreaterThan(2);
      await page.reload();
      await at('console-view').waitFor();
      expect(await at('console-query').inputValue()).toContain('MATCH (e:Entity {id: $id})');
      for (const tab of ['matrix', 'papers']) {
        await at(`tab-${tab}`).click();
        await at(`${tab}-view`).getByTestId('show-cypher').first().waitFor();
      }
    },
  },
  {
    name: 'the console refuses writing and says where a mistake is',
    run: async ({ at, go, expectTrouble }) => {
      await go('?tab=console');
      await at('console-query').fill('MATCH (n) DETACH DELETE n');
      await at('console-run').click();
      await at('console-error').waitFor();
      await at('console-query').fill('MATCH (p:Paper) RETRUN p');
      await at('console-run').click();
      await at('console-error')
        .getByText(/Line 1/)
        .waitFor();
      expectTrouble(/status of 40[03]/);
    },
  },
  {
    name: 'leaderboards: numbers as written with the sentence, values and improvements apart, settings said to be not stated',
    run: async (visit) => {
      const { at, go, page } = visit;
      await go('?tab=boards');
      await at('board').first().waitFor();
      expect(await at('boards-view').textContent()).toContain('settings are not stated');
      const benchmarks = await at('board-select').locator('option').count();
      expect(benchmarks).toBeGreaterThan(5);
      const kinds = new Set<string>();
      for (let i = 0; i < benchmarks && kinds.size < 2; i++) {
        await at('board-select').selectOption({ index: i });
        await at('board').first().waitFor();
        for (const kind of await at('board').evaluateAll((boards) => boards.map((board) => (board as HTMLElement).dataset['kind'] ?? '')))
          kinds.add(kind);
      }
      expect([...kinds].sort()).toEqual(['absolute', 'improvement']);
      await at('boards-view').getByTestId('evidence-toggle').first().focus();
      await page.keyboard.press('Enter');
      await expectSentence(visit, 'boards-view');
      expect(page.url()).toContain('tab=boards');
    },
  },
  {
    name: 'lineage: papers that share a base model, grouped by technique; base, auxiliary and compared apart; in Chinese',
    options: { locale: 'zh-CN' },
    run: async (visit) => {
      const { at, go, page, selection } = visit;
      await go('?tab=lineage&sel=model:qwen3');
      await at('model-tree').waitFor();
      expect(await at('tree-row').filter({ hasText: 'Qwen3-8B' }).count()).toBeGreaterThan(0);
      const base = page.locator('[data-testid="lineage-role"][data-role="BUILDS_ON"]');
      await base.waitFor();
      expect(await base.getByTestId('technique-group').count()).toBeGreaterThan(1);
      expect(await page.locator('[data-testid="lineage-role"]').count()).toBeGreaterThan(1);
      await base.getByTestId('evidence-toggle').first().click();
      await expectSentence(visit, 'lineage-view');
      // By keyboard: a member of the family.
      await page.locator('[data-testid="tree-row"][data-id="model:qwen3-8b"]').focus();
      await page.keyboard.press('Enter');
      await page.locator('[data-testid="tree-row"][data-id="model:qwen3-8b"][aria-current]').waitFor();
      expect((await selection()).selected).toBe('model:qwen3-8b');
    },
  },
];
