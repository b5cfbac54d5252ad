// How a task acts on the page: by mouse, or by keys alone (no pointer event is sent, nothing is focused by script).
import type { Locator } from 'playwright-core';
import { DICTIONARIES } from '../../../web/src/i18n/dictionary.ts';
import type { TabId } from '../../../web/src/state/view-state.ts';
import type { Visit } from '../open-page.ts';

type Lang = 'en' | 'zh';
export interface Hand {
  readonly means: 'mouse' | 'keyboard';
  readonly t: (typeof DICTIONARIES)[Lang];
  readonly lang: Lang;
  readonly openView: (tab: TabId) => Promise<void>;
  readonly search: (name: string, id: string) => Promise<void>;
  /** Click, or tab to it and press Enter. */
  readonly press: (what: Locator) => Promise<void>;
  /** A check box or radio button. */
  readonly tick: (what: Locator) => Promise<void>;
  readonly write: (what: Locator, text: string) => Promise<void>;
  /** An option of a list, by its words. */
  readonly pick: (list: Locator, words: string) => Promise<void>;
}
const MAX_LOOKS = 12;

export function makeHand({ page, at }: Visit, means: 'mouse' | 'keyboard', lang: Lang): Hand {
  const t = DICTIONARIES[lang];
  const isMouse = means === 'mouse';
  const isFocused = (what: Locator): Promise<boolean> => what.evaluate((element) => element === document.activeElement);
  /** How many tab stops lie between the focus and the target, by the order of the page; keys alone then walk them. */
  const stopsTo = (what: Locator): Promise<number> =>
    what.evaluate((target) => {
      const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
        (element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true }),
      );
      const from = document.activeElement ?? document.body;
      const before = stops.filter((stop) => stop !== from && from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING).length;
      const at = stops.indexOf(target as HTMLElement);
      return at >= before ? at - before + (stops.includes(from as HTMLElement) && at > before ? 0 : 1) : at - before;
    });
  const tabTo = async (what: Locator): Promise<void> => {
    await what.waitFor();
    // Where the keys start when nothing has the focus only the browser knows.
    if (await page.evaluate(() => document.activeElement === document.body)) await page.keyboard.press('Tab');
    const stops = await stopsTo(what);
    const key = stops < 0 ? 'Shift+Tab' : 'Tab';
    // All but the last few blindly, then looking: radio buttons of a group are one stop.
    for (let i = 0; i < Math.abs(stops) - 4; i++) await page.keyboard.press(key);
    for (const way of [key, key === 'Tab' ? 'Shift+Tab' : 'Tab']) {
      for (let i = 0; i < MAX_LOOKS; i++) {
        if (await isFocused(what)) return;
        await page.keyboard.press(way);
      }
    }
    throw new Error(`hand: ${String(what)} is not reached by tab keys`);
  };
  return {
    means,
    t,
    lang,
    openView: async (tab) => {
      if (isMouse) await at(`tab-${tab}`).click();
      else {
        await page.keyboard.press('Control+k');
        await at('palette-input').waitFor();
        await page.keyboard.type(t.w.goTo(t.tabs[tab]));
        await page.locator(`[data-testid="palette-command"][data-id="view-${tab}"][aria-selected="true"]`).waitFor();
        await page.keyboard.press('Enter');
      }
      if (tab !== 'map') await at(`${tab}-view`).waitFor();
    },
    search: async (name, id) => {
      const hit = page.locator(`[data-testid="search-hit"][data-id="${id}"]`);
      if (isMouse) {
        await at('search-input').fill(name);
        await hit.click();
      } else {
        await page.keyboard.press('/');
        await page.keyboard.type(name);
        await hit.waitFor();
        for (let i = 0; i < 12 && (await hit.getAttribute('aria-selected')) !== 'true'; i++) await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
      }
      await page.waitForFunction((wanted) => window.__paperloom?.selection().selected === wanted, id);
    },
    press: async (what) => {
      if (isMouse) return what.click();
      await tabTo(what);
      await page.keyboard.press('Enter');
    },
    tick: async (what) => {
      if (isMouse) return what.click();
      // Radio buttons of one group are one tab stop; the arrow keys go through them.
      const isRadio = (await what.getAttribute('type')) === 'radio';
      await tabTo(isRadio ? what.page().locator('input[type="radio"]:checked') : what);
      if (!isRadio) return page.keyboard.press('Space');
      for (let i = 0; i < 5 && !(await isFocused(what)); i++) await page.keyboard.press('ArrowDown');
    },
    write: async (what, text) => {
      if (isMouse) return what.fill(text);
      await tabTo(what);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    },
    pick: async (list, words) => {
      if (isMouse) {
        await list.selectOption({ label: words });
        return;
      }
      await tabTo(list);
      // By arrows alone: letters are forgotten after a second, and on a slow machine a space opens the list.
      await page.keyboard.press('Home');
      const chosen = (): Promise<string> =>
        list.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.textContent?.trim() ?? '');
      for (let i = 0; i < MAX_LOOKS * 4 && (await chosen()) !== words.trim(); i++) await page.keyboard.press('ArrowDown');
      if ((await chosen()) !== words.trim()) throw new Error(`hand: no option ${words}`);
    },
  };
}
