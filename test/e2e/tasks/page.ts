// The page as a whole: languages, themes, the address, the phone, accessibility.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect } from 'vitest';
import { PHONE, type Visit } from '../open-page.ts';
import { readPixels } from '../read-pixels.ts';
import type { Task } from '../task.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function expectNoViolations({ page }: Visit): Promise<void> {
  const violations = await page.evaluate(async (source) => {
    const scope = window as unknown as { axe?: typeof axe };
    // biome-ignore lint/security/noGlobalEval: axe-core in a page of ours, whose policy is lifted for this task alone
    if (!scope.axe) globalThis.eval(source);
    const results = await scope.axe?.run(document, { resultTypes: ['violations'] });
    return (
      results?.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`) ?? ['axe did not load']
    );
  }, AXE);
  expect(violations).toEqual([]);
}

export const PAGE_TASKS: readonly Task[] = [
  {
    name: 'Chinese and English: every word changes, <html lang> too, and the choice is remembered',
    isAlone: true,
    run: async ({ page, at, go }) => {
      await go();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      await at('lang-switch').click();
      await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
      const words = await page.locator('.tabs button, .legend-name, .legend h2, .status').allTextContents();
      expect(words.filter((word) => !/\p{Script=Han}/u.test(word))).toEqual([]);
      await page.reload();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    },
  },
  {
    name: 'a Chinese browser gets a Chinese page',
    options: { locale: 'zh-CN' },
    run: async ({ page, at, go }) => {
      await go();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
      expect(await at('tab-map').textContent()).toBe('图谱');
    },
  },
  {
    name: 'light and dark: page and map change together',
    options: { colorScheme: 'light' },
    run: async ({ page, at, go }) => {
      await go();
      const light = await readPixels(page, 'stage');
      expect(light.brightness).toBeGreaterThan(0.9);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForTimeout(300);
      expect((await readPixels(page, 'stage')).brightness).toBeLessThan(0.2);
      await at('theme-switch').click();
      await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'light');
      await page.waitForTimeout(300);
      expect((await readPixels(page, 'stage')).brightness).toBeGreaterThan(0.9);
    },
  },
  {
    name: 'the view is the address: a link restores it, Back undoes a step, a stale link says so',
    isAlone: true,
    run: async ({ page, at, go, selection, expectTrouble }) => {
      await go('?tab=papers&sel=method:grpo&hide=field&lang=zh&theme=dark&fp=00000000');
      await at('papers-view').waitFor();
      expect(await selection()).toEqual({ selected: 'method:grpo', edge: null });
      expect(await at('legend-type-field').getAttribute('aria-checked')).toBe('false');
      expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme']])).toEqual([
        'zh-CN',
        'dark',
      ]);
      await at('data-moved').waitFor();
      await at('tab-map').click();
      await page.goBack();
      await at('papers-view').waitFor();
      const address = page.url();
      await page.goto(address);
      await at('papers-view').waitFor();
      await go('?tab=nonsense&hide=nonsense&cam=a,b,c&sel=method:no-such-thing&edge=x');
      await at('panel-failed').waitFor();
      // The damaged link asks for what is not there; Chromium writes every 404 to the console.
      expectTrouble(/status of 40[04]/);
    },
  },
  {
    name: 'a phone: nothing is wider than the screen, search, map and details are one tap away',
    options: { viewport: PHONE, hasTouch: true, isMobile: true },
    run: async (visit) => {
      const { page, at, go } = visit;
      await go();
      const isTooWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(await isTooWide()).toBe(false);
      expect((await readPixels(page, 'stage')).colours).toBeGreaterThan(200);
      await at('sheet-find').click();
      await at('search-input').fill('GRPO');
      await page.locator('[data-testid="search-hit"][data-id="method:grpo"]').click();
      await at('peek').click();
      await at('entity-panel').waitFor();
      await at('evidence-toggle').first().click();
      await at('evidence-quote').first().waitFor();
      expect(await isTooWide()).toBe(false);
      const small = await page
        .locator('.part-details button:visible')
        .evaluateAll((buttons) =>
          buttons.filter((button) => button.getBoundingClientRect().height < 24).map((button) => button.textContent),
        );
      expect(small).toEqual([]);
    },
  },
  {
    name: 'axe-core finds nothing in any view, dark and Chinese',
    options: { bypassCSP: true },
    run: async (visit) => {
      const { at, go } = visit;
      await go('?sel=method:grpo&theme=dark&lang=zh&cmp=method:grpo|method:chain-of-thought&find=aime');
      await at('entity-panel').waitFor();
      await at('evidence-toggle').first().click();
      await expectNoViolations(visit);
      for (const tab of ['technique', 'matrix', 'lineage', 'boards', 'timeline', 'compare', 'papers', 'list', 'console']) {
        await at(`tab-${tab}`).click();
        await at(`${tab}-view`).waitFor();
        await expectNoViolations(visit);
      }
    },
  },
  {
    name: 'axe-core finds nothing in the map, palette, dialogs and corrections, light and English, nor on a phone',
    options: { bypassCSP: true },
    run: async (visit) => {
      const { page, at, go } = visit;
      await go('?sel=method:grpo&theme=light&lang=en');
      await at('entity-panel').waitFor();
      await expectNoViolations(visit);
      await page.keyboard.press('Control+k');
      await at('palette-input').waitFor();
      await expectNoViolations(visit);
      await page.keyboard.press('Escape');
      await at('add-open').click();
      await at('add-dialog').waitFor();
      await expectNoViolations(visit);
      await page.keyboard.press('Escape');
      await at('evidence-toggle').first().waitFor();
      await page.locator('[data-testid="entity-panel"]').getByTestId('evidence-toggle').nth(1).click();
      await page.locator('[data-testid="entity-panel"]').getByTestId('wrong').last().click();
      await at('wrong-form').waitFor();
      await expectNoViolations(visit);
      await page.setViewportSize(PHONE);
      await go('?theme=light&tab=papers');
      await at('sheet-find').click();
      await expectNoViolations(visit);
    },
  },
];
