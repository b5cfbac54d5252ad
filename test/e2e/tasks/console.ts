// The console and the question box: words, completion, mistakes, typed parameters, history, tabs, downloads, links.
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Visit } from '../open-page.ts';
import type { Task } from '../task.ts';

async function saved({ page, at }: Visit, kind: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), at(`save-${kind}`).click()]);
  expect(file.suggestedFilename()).toBe(`paperloom-result.${kind}`);
  return readFileSync(await file.path(), 'utf8');
}

export const CONSOLE_TASKS: readonly Task[] = [
  {
    name: 'a question in words is answered, and its Cypher stands in the editor; in Chinese',
    options: { locale: 'zh-CN' },
    run: async ({ page, at, go }) => {
      await go('?tab=console');
      await at('ask-input').fill('哪些论文基于 Qwen2.5-VL-7B？');
      await page.keyboard.press('Enter');
      await at('console-rows').waitFor();
      expect(await at('ask-answer').textContent()).toContain('Qwen2.5-VL-7B');
      expect(await at('console-query').textContent()).toContain('BUILDS_ON');
      expect(await at('param-id').inputValue()).toBe('model:qwen2.5-vl-7b');
    },
  },
  {
    name: 'a question that is not understood is said so, with questions that can be asked by a click',
    run: async ({ page, at, go }) => {
      await go('?tab=console');
      await at('ask-input').fill('why is the sky blue');
      await page.keyboard.press('Enter');
      await at('ask-question').first().waitFor();
      expect(await at('ask-answer').textContent()).toContain('not understood');
      expect(await at('console-rows').count()).toBe(0);
      await at('ask-question').first().click();
      await at('console-rows').waitFor();
      await at('ask-input').fill('which papers use GRPPO');
      await page.keyboard.press('Enter');
      await at('ask-thing').filter({ hasText: 'GRPO' }).first().click();
      expect(page.url()).toContain('sel=method');
    },
  },
  {
    name: 'the editor completes labels, edge types and properties of the graph, and names in quotes',
    run: async ({ page, at, go }) => {
      await go('?tab=console');
      const offered = async (text: string, choice: string): Promise<void> => {
        await at('console-query').fill('');
        await at('console-query').click();
        await page.keyboard.type(text);
        await page.keyboard.press('Control+Space');
        await page.locator('.cm-tooltip-autocomplete li').filter({ hasText: choice }).first().waitFor();
        await page.keyboard.press('Escape');
      };
      await offered('MATCH (n:Ben', 'Benchmark');
      await offered('MATCH ()-[r:BUI', 'BUILDS_ON');
      await offered('MATCH (n) RETURN n.nam', 'nameZh');
      await offered("MATCH (n {id: 'grpo", 'method:grpo');
    },
  },
  {
    name: 'a mistake is underlined where it is, and goes with the next run',
    run: async ({ page, at, go, expectTrouble }) => {
      await go('?tab=console');
      await at('console-query').fill('MATCH (p:Paper)\nRETRUN p');
      await page.keyboard.press('Control+Enter');
      await page.locator('.cm-lintRange-error').waitFor();
      expect(await at('console-error').textContent()).toMatch(/Line 2/);
      await at('console-query').fill('MATCH (p:Paper) RETURN p.id AS id LIMIT 3');
      await page.keyboard.press('Control+Enter');
      await at('console-rows').waitFor();
      expect(await page.locator('.cm-lintRange-error').count()).toBe(0);
      expectTrouble(/status of 400/);
    },
  },
  {
    name: 'parameters are typed fields, filled from what is selected; the link has them and does not run',
    run: async ({ page, at, go }) => {
      await go('?tab=console&sel=method:grpo');
      await at('console-query').fill('MATCH (p:Paper)-[:USES]->(m {id: $id}) RETURN p.id AS paper ORDER BY paper LIMIT $most');
      expect(await at('param-id').inputValue()).toBe('method:grpo');
      await at('param-type-most').selectOption('integer');
      await at('param-most').fill('2');
      await at('param-most').press('Control+Enter');
      await at('console-rows').waitFor();
      expect(await at('console-rows').locator('tbody tr').count()).toBe(2);
      await at('param-most').fill('two');
      expect(await at('param-most').getAttribute('aria-invalid')).toBe('true');
      await page.reload();
      await at('param-most').waitFor();
      expect([await at('param-most').inputValue(), await at('param-type-most').inputValue()]).toEqual(['2', 'integer']);
      expect(await at('console-rows').count()).toBe(0);
    },
  },
  {
    name: 'what was run is found in the history, saved, run again and deleted',
    isAlone: true,
    run: async ({ page, at, go, expectTrouble }) => {
      await go('?tab=console');
      for (const [i, query] of [
        'MATCH (p:Paper) RETURN count(p) AS papers',
        'MATCH (m:Model) RETURN count(m) AS models',
        'NOTHING',
      ].entries()) {
        await at('console-query').fill(query);
        await page.keyboard.press('Control+Enter');
        await at('history-entry').nth(i).waitFor({ state: 'attached' });
      }
      await at('console-history').locator('summary').click();
      await at('history-find').fill('papers');
      expect(await at('history-entry').count()).toBe(1);
      await at('history-pin').click();
      await page.reload();
      await at('console-history').locator('summary').click();
      expect(await at('history-entry').first().textContent()).toContain('papers');
      await at('history-entry').first().click();
      expect(await at('console-query').textContent()).toContain('count(p) AS papers');
      await at('history-delete').first().click();
      expect(await at('history-entry').count()).toBe(2);
      expectTrouble(/status of 40[03]/);
    },
  },
  {
    name: 'an answer is a table, a graph and JSON with one selection, and comes as CSV, JSON and GEXF',
    run: async (visit) => {
      const { page, at, go } = visit;
      await go('?tab=console');
      await at('console-query').fill("MATCH (p:Paper)-[r:USES]->(m:Method {id: 'method:grpo'}) RETURN p, r, m LIMIT 5");
      await page.keyboard.press('Control+Enter');
      await at('console-rows').waitFor();
      await at('result-graph').click();
      await at('console-graph').waitFor();
      expect(await at('console-node').count()).toBe(6);
      expect(await at('console-graph').locator('line').count()).toBe(5);
      await at('console-node').and(page.locator('[data-id="method:grpo"]')).click();
      expect(page.url()).toMatch(/sel=method/);
      await at('result-json').click();
      expect(JSON.parse((await at('console-json').textContent()) ?? '')).toHaveLength(5);
      await at('result-table').click();
      expect(await at('console-rows').locator('[aria-pressed="true"]').count()).toBeGreaterThan(0);
      expect((await saved(visit, 'csv')).split('\r\n')[0]).toBe('p,r,m');
      expect(JSON.parse(await saved(visit, 'json'))).toMatchObject({ columns: ['p', 'r', 'm'] });
      expect((await saved(visit, 'gexf')).match(/<node /g)).toHaveLength(6);
      // No nodes, no graph, and it says why.
      await at('console-query').fill("RETURN '=1+1' AS x");
      await page.keyboard.press('Control+Enter');
      await at('result-graph').click();
      await page.getByText('holds no nodes').waitFor();
      expect(await at('save-gexf').isDisabled()).toBe(true);
      expect(await saved(visit, 'csv')).toContain("'=1+1");
    },
  },
];
