// The map itself: that it is really drawn, that it can be clicked, filtered and read.
import { expect } from 'vitest';
import { PHONE, type Visit } from '../open-page.ts';
import { readPixels } from '../read-pixels.ts';
import type { Task } from '../task.ts';

/** For a machine that runs the other tests as well; the budget of 2 s is the bench's. */
const DRAWN_WITHIN_MS = 15_000;

/** Middles of edges that lie free of any node, so that a click there can only mean the edge. */
async function findFreeEdges({ page }: Visit, ofNode: string): Promise<{ id: string; x: number; y: number }[]> {
  return page.evaluate(async (node) => {
    const { nodes, edges } = (await (await fetch('/api/graph')).json()) as {
      nodes: { id: string }[];
      edges: { id: string; source: string; target: string }[];
    };
    const points = nodes.flatMap(({ id }) => window.__paperloom?.nodePosition(id) ?? []);
    return edges
      .filter(({ source, target }) => source === node || target === node)
      .flatMap(({ id }) => {
        const at = window.__paperloom?.edgePosition(id);
        return at && points.every(({ x, y }) => Math.hypot(x - at.x, y - at.y) > 16) ? [{ id, ...at }] : [];
      });
  }, ofNode);
}

async function expectNoOverlap({ page }: Visit): Promise<void> {
  const labels = await page.evaluate(() => window.__paperloom?.labels() ?? []);
  expect(labels.length).toBeGreaterThan(8);
  const overlapping = labels.flatMap((a, i) =>
    labels
      .slice(i + 1)
      .filter(
        ({ box: b }) => a.box.x < b.x + b.width && b.x < a.box.x + a.box.width && a.box.y < b.y + b.height && b.y < a.box.y + a.box.height,
      )
      .map((b) => `${a.text} / ${b.text}`),
  );
  expect(overlapping).toEqual([]);
}

export const MAP_TASKS: readonly Task[] = [
  {
    name: 'the map is drawn by WebGL, in time, and is no blank canvas',
    isAlone: true,
    run: async ({ page, go, at }) => {
      const started = Date.now();
      await go();
      expect(Date.now() - started).toBeLessThan(DRAWN_WITHIN_MS);
      const renderer = await page.evaluate(() => {
        const canvases = [...document.querySelectorAll<HTMLCanvasElement>('[data-testid="stage"] canvas')];
        const gl = canvases.map((canvas) => canvas.getContext('webgl2')).find((context) => context !== null);
        const info = gl?.getExtension('WEBGL_debug_renderer_info');
        return { name: gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '', isLost: gl?.isContextLost() };
      });
      expect(renderer).toEqual({ name: expect.stringMatching(/ANGLE|WebGL|GPU/i), isLost: false });
      const { colours, ground } = await readPixels(page, 'stage');
      expect(colours).toBeGreaterThan(300);
      expect(ground).toBeLessThan(0.97);
      const { papers } = await page.evaluate(async () => (await (await fetch('/api/stats')).json()) as { papers: number });
      expect(papers).toBeGreaterThanOrEqual(60);
      expect(await at('status-drawn').textContent()).toMatch(/^([\d,]+) of \1 nodes, ([\d,]+) of \2 links$/);
    },
  },
  {
    name: 'the best known techniques have a hull with their name',
    run: async ({ page, go }) => {
      await go();
      const hulls = await page.evaluate(() => window.__paperloom?.hulls() ?? []);
      expect(hulls).toEqual(expect.arrayContaining(['GRPO', 'VLA', 'Chain-of-Thought']));
      expect(hulls).not.toContain('Reinforcement Learning');
    },
  },
  {
    name: 'labels at rest do not overlap, in either language, on a desk and on a phone',
    isAlone: true,
    run: async (visit) => {
      await visit.go();
      await expectNoOverlap(visit);
      await visit.go('?lang=zh&tab=map&hulls=0');
      await expectNoOverlap(visit);
      await visit.page.setViewportSize(PHONE);
      await visit.go('?lang=zh&sel=');
      await expectNoOverlap(visit);
    },
  },
  {
    name: 'click a node, then an edge: the sentence with the quote marked',
    isAlone: true,
    run: async (visit) => {
      const { page, at, go, selection } = visit;
      await go();
      const node = await page.evaluate(() => window.__paperloom?.nodePosition('method:grpo'));
      if (!node) throw new Error('GRPO is not on the map');
      await page.mouse.click(node.x, node.y);
      await at('entity-panel').waitFor();
      expect((await selection()).selected).toBe('method:grpo');
      const free = await findFreeEdges(visit, 'method:grpo');
      expect(free.length).toBeGreaterThan(0);
      for (const { x, y } of free) {
        await page.mouse.click(x, y);
        if ((await selection()).edge !== null) break;
      }
      expect((await selection()).edge).toContain('method:grpo');
      await at('edge-panel').waitFor();
      const quote = at('evidence-quote').first();
      await quote.locator('mark').first().waitFor();
      const marked = (await quote.locator('mark').allTextContents()).join('');
      expect(marked.length).toBeGreaterThan(3);
      expect(await quote.textContent()).toContain(marked);
      await at('paper-link').waitFor();
      expect(await at('paper-link').getAttribute('href')).toMatch(/^https?:\/\//);
    },
  },
  {
    name: 'filter by type: the switch, "only" and reset change what is drawn, and the status line says so',
    run: async ({ page, at, go }) => {
      await go();
      const before = await readPixels(page, 'stage');
      await at('legend-type-field').click();
      expect(await at('legend-type-field').getAttribute('aria-checked')).toBe('false');
      await at('status-hidden').waitFor();
      expect(page.url()).toContain('hide=field');
      await at('only-type-method').click();
      await page.waitForFunction(() => location.search.includes('hide=') && location.search.includes('paper'));
      await page.waitForTimeout(300);
      const after = await readPixels(page, 'stage');
      expect(after.ground).toBeGreaterThan(before.ground);
      await at('reset-filters').click();
      expect(await at('legend-type-field').getAttribute('aria-checked')).toBe('true');
      await page.waitForFunction(() => !location.search.includes('hide='));
    },
  },
  {
    name: 'a lost graphics context is said in words and can be drawn again',
    isAlone: true,
    run: async ({ page, at, go, expectTrouble }) => {
      await go();
      await page.evaluate(() => {
        for (const canvas of document.querySelectorAll<HTMLCanvasElement>('[data-testid="stage"] canvas'))
          canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
      });
      await at('map-trouble').waitFor();
      await at('map-trouble').getByRole('button').first().click();
      await page.waitForFunction(() => window.__paperloom?.ready && window.__paperloom.labels().length > 0);
      expect((await readPixels(page, 'stage')).colours).toBeGreaterThan(300);
      // Chromium itself warns of the context that this task takes away.
      expectTrouble(/CONTEXT_LOST_WEBGL/);
    },
  },
];
