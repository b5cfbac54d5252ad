// The views beside the map: each answers a question and leads to the sentence.
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Visit } from '../open-page.ts';
import type { Task } from '../task.ts';

async function expectSentence({ at }: Visit, inside: string): Promise<void> {
  const quote = at(inside).getByTestId('evidence-quote').first();
  await quote.waitFor();
  expect((await quote.locator('mark').allTextContents()).join('').trim().length).toBeGreaterThan(2);
}

/** The ways between the two compared things, each hop with its sentence. */
async function expectPath({ at, page }: Visit): Promise<void> {
  await at('without-hubs').uncheck();
  await at('path').first().waitFor();
  const hop = at('path').first().getByTestId('edge-evidence');
  expect(await hop.count()).toBeGreaterThanOrEqual(2);
  await hop.first().getByTestId('evidence-toggle').focus();
  await page.keyboard.press('Enter');
  await at('path').first().getByTestId('evidence-quote').first().waitFor();
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
      expect(await at('console-query').textContent()).toContain('MATCH (e:Entity {id: $id})');
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
      const evidence = at('boards-view').getByTestId('evidence');
      for (const words of [/Digest/, /Date/, /Rule/, /settings not stated/]) expect(await evidence.textContent()).toMatch(words);
      expect(await evidence.getByTestId('confidence').textContent()).toMatch(/^\d+ ?%.* · /);
      expect(await at('boards-view').getByTestId('paper-link').getAttribute('href')).toMatch(/^https?:/);
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
  {
    name: 'technique: variants rolled up, papers by role, what it meets and travels with',
    run: async (visit) => {
      const { at, go, page } = visit;
      await go('?tab=technique&sel=method:grpo');
      await at('technique-view').waitFor();
      const [rolledUp = 0] = ((await at('technique-facts').textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
      const { entity } = await page.evaluate(
        async () => (await (await fetch('/api/entities/method:grpo')).json()) as { entity: { papers: number } },
      );
      const { clusters } = await page.evaluate(
        async () => (await (await fetch('/api/clusters')).json()) as { clusters: { id: string; papers: string[] }[] },
      );
      expect(rolledUp).toBe(clusters.find(({ id }) => id === 'cluster:method:grpo')?.papers.length);
      expect(rolledUp).toBeGreaterThan(entity.papers - 3);
      expect(await at('over-time').locator('tr').count()).toBeGreaterThanOrEqual(4);
      expect(await at('meetings').count()).toBe(3);
      await at('meeting').first().focus();
      await page.keyboard.press('Enter');
      await at('meetings').first().getByTestId('evidence-toggle').first().click();
      await expectSentence(visit, 'meetings');
    },
  },
  {
    name: 'timeline: what is new since 12 February, and a circle down to the sentence',
    run: async (visit) => {
      const { at, go, page } = visit;
      await go('?tab=timeline&since=2026-02-12');
      await at('new-since').waitFor();
      const papers = page.locator('[data-testid="new-group"][data-type="paper"]');
      const expected = await page.evaluate(
        async () => ((await (await fetch('/api/papers?from=2026-02-12&limit=1')).json()) as { total: number }).total,
      );
      expect(await papers.locator('.count').first().textContent()).toBe(String(expected));
      await at('since-select').selectOption({ index: 0 });
      await page.waitForFunction(() => !location.search.includes('since=2026-02-12'));
      await at('timeline-cell').first().focus();
      await page.keyboard.press('Enter');
      await at('timeline-view').getByTestId('evidence-toggle').first().click();
      await expectSentence(visit, 'timeline-view');
    },
  },
  {
    name: 'compare: two techniques side by side, what they share first, the ways between them, kept in the address',
    run: async (visit) => {
      const { at, go, page } = visit;
      await go('?sel=method:grpo');
      await at('compare-toggle').click();
      await at('search-input').fill('思维链');
      await page.locator('[data-testid="search-hit"][data-id="method:chain-of-thought"]').click();
      await page.locator('[data-testid="entity-panel"][data-id="method:chain-of-thought"]').waitFor();
      await at('compare-toggle').click();
      await at('compare-open').click();
      await at('compare-view').waitFor();
      const shared = page.locator('[data-testid="compare-row"][data-shared="2"]');
      expect(await shared.count()).toBeGreaterThan(0);
      await shared.getByTestId('compare-cell').first().click();
      await shared.getByTestId('evidence-toggle').first().click();
      await expectSentence(visit, 'compare-view');
      await expectPath(visit);
      await page.reload();
      await shared.first().waitFor();
      await at('uncompare').first().click();
      await at('compare-empty').waitFor();
    },
  },
  {
    name: 'exports of what is on screen: CSV, JSON, BibTeX, SVG, PNG',
    run: async ({ at, go, page }) => {
      await go('?hide=field&tab=map');
      const fetched = async (id: string): Promise<Buffer> => {
        await at('export-open').click();
        const [file] = await Promise.all([page.waitForEvent('download'), at(`export-${id}`).click()]);
        return readFileSync(await file.path());
      };
      const csv = (await fetched('csv')).toString();
      expect(csv.split('\r\n')[0]).toBe('from,fromName,type,to,toName,confidence,id');
      expect(csv).toContain('method:grpo');
      expect(csv).not.toContain('IN_FIELD');
      const json = JSON.parse((await fetched('json')).toString()) as { nodes: { type: string }[] };
      expect(json.nodes.some(({ type }) => type === 'field')).toBe(false);
      const bibtex = (await fetched('bibtex')).toString();
      expect(bibtex.match(/^@misc\{/gm)?.length).toBe(json.nodes.filter(({ type }) => type === 'paper').length);
      const svg = (await fetched('svg')).toString();
      expect(svg).toMatch(/^<svg /);
      expect(svg).toContain('>GRPO</text>');
      expect((await fetched('png')).subarray(1, 4).toString()).toBe('PNG');
    },
  },
];
