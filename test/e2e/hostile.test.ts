// Names and sentences made to break a page: they are shown as text, run nothing, and stretch nothing.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, expect, test } from 'vitest';
import { openPage } from './open-page.ts';
import { withPages } from './with-pages.ts';

const IMG = '<img src=x onerror="window.hacked=1">';
const TITLE = `=cmd()${IMG} \u202Eevil\u202C 🤖 ${'很长的标题'.repeat(400)}`;
const PAPERS = [
  {
    id: '2602.66601',
    title: TITLE,
    date: '2026-02-21',
    url: 'javascript:window.hacked=2',
    text: `We use GRPO ${IMG} on Qwen3-8B and evaluate on AIME 2024, reaching 61.2%. ${'GRPO '.repeat(1_000)}\n\n## ${IMG}\n\nBuilt on Qwen3-8B.`,
  },
  {
    id: '2602.66602',
    title: '</script><script>window.hacked=3</script>',
    date: '2026-02-21',
    url: 'https://example.org/"><b>',
    text: `We propose ${IMG}-GRPO (Group <b>Relative</b> Policy Optimization), a variant of GRPO.`,
  },
];
const folder = mkdtempSync(join(tmpdir(), 'paperloom-hostile-'));
cpSync('samples/2026-02-05.en.jsonl', join(folder, '2026-02-05.en.jsonl'));
writeFileSync(join(folder, `2026-02-21<b>x<b>.jsonl`), PAPERS.map((paper) => `${JSON.stringify(paper)}\n`).join(''));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const pages = withPages(folder);

test('hostile names and sentences are text in every view', async () => {
  const visit = await openPage(pages().browser, pages().url);
  const { page, at, go } = visit;
  try {
    await go('?sel=paper:2602.66601&cmp=paper:2602.66601|paper:2602.66602');
    await at('paper-panel').waitFor();
    expect(await at('paper-panel').locator('h2').textContent()).toContain(IMG);
    // An address that is no web address is no link.
    expect(await at('paper-link').count()).toBe(0);
    for (const toggle of (await at('evidence-toggle').all()).slice(0, 6)) await toggle.click();
    await at('evidence-quote').first().waitFor();
    await page.getByText(IMG).first().waitFor();
    for (const tab of ['technique', 'matrix', 'lineage', 'boards', 'timeline', 'compare', 'papers', 'list', 'console']) {
      await at(`tab-${tab}`).click();
      await at(`${tab}-view`).waitFor();
      expect(
        await page.evaluate(() => [document.images.length, document.documentElement.scrollWidth > innerWidth, 'hacked' in window]),
        tab,
      ).toEqual([1, false, false]);
    }
    await at('search-input').fill(IMG);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => [document.images.length, 'hacked' in window])).toEqual([1, false]);
    expect(visit.troubles).toEqual([]);
  } finally {
    await visit.close();
  }
});

test('a hostile report is previewed as text, added with progress, shown as new, and harmless in every export', async () => {
  const visit = await openPage(pages().browser, pages().url);
  const { page, at, go } = visit;
  try {
    await go();
    const report = {
      id: '2602.66603',
      title: `${IMG} =cmd() 第三篇`,
      date: '2026-02-22',
      url: 'https://example.org/3',
      text: `We use GRPO ${IMG} on Qwen3-8B and evaluate on AIME 2025.`,
    };
    // Dropped on the page, as a file manager would.
    const transfer = await page.evaluateHandle(
      (text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'new<b>report</b>.jsonl'));
        return data;
      },
      `${JSON.stringify(report)}\nnot json at all\n`,
    );
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await at('drop-over').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await at('add-would').waitFor();
    expect(await at('add-would').textContent()).toMatch(/^1 new, 0 changed, 0 unchanged/);
    expect(await at('add-would').textContent()).toContain('line 2');
    await at('add-confirm').click();
    await at('add-done').waitFor({ timeout: 60_000 });
    await at('add-show').click();
    await page.locator('[data-testid="new-group"] [data-id="paper:2602.66603"]').waitFor();
    expect(await page.evaluate(() => [document.images.length, 'hacked' in window])).toEqual([1, false]);

    const fetched = async (id: string): Promise<string> => {
      await at('export-open').click();
      const [file] = await Promise.all([page.waitForEvent('download'), at(`export-${id}`).click()]);
      return readFileSync(await file.path(), 'utf8');
    };
    await at('tab-map').click();
    for (const id of ['gexf', 'graphml', 'svg']) {
      const text = await fetched(id);
      expect(XMLValidator.validate(text), id).toBe(true);
      expect(text, id).not.toContain('<img');
    }
    await at('tab-papers').click();
    await at('papers-view').waitFor();
    for (const id of ['csv', 'table']) expect(await fetched(id), id).not.toMatch(/(^|,)=cmd/m);
    expect(visit.troubles).toEqual([]);
  } finally {
    await visit.close();
  }
});
