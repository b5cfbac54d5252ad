// One Chromium for all tasks, one fresh profile a task. Whatever the page writes to the console as an error, or throws, fails the task.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';

export const DESKTOP = { width: 1280, height: 800 };
/** Where the size does not matter: software WebGL pays by the pixel. */
export const SMALL_DESKTOP = { width: 1190, height: 680 };
export const PHONE = { width: 390, height: 844 };
const READY_MS = 30_000;

/** What web/src/state/test-handle.ts offers. */
interface TestHandle {
  readonly ready: boolean;
  readonly nodeCount: number;
  readonly edgeCount: number;
  readonly nodePosition: (id: string) => { x: number; y: number } | null;
  readonly edgePosition: (id: string) => { x: number; y: number } | null;
  readonly labels: () => { text: string; kind: string; box: { x: number; y: number; width: number; height: number } }[];
  readonly hulls: () => string[];
  readonly edgeIds: () => string[];
  readonly focusCount: () => number;
  readonly selection: () => { selected: string | null; edge: string | null };
}
declare global {
  interface Window {
    __paperloom?: TestHandle;
  }
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Chromium is missing: install it (Debian: apt-get install chromium) or set PAPERLOOM_CHROMIUM');
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

export interface Visit {
  readonly page: Page;
  /** Console errors, exceptions and failed requests so far. */
  readonly troubles: readonly string[];
  /** Forgets what the task provoked on purpose. */
  readonly expectTrouble: (pattern: RegExp) => void;
  readonly at: (testId: string) => ReturnType<Page['getByTestId']>;
  /** Without waiting for the map. */
  readonly open: (search?: string) => Promise<void>;
  readonly go: (search?: string) => Promise<void>;
  /** The bare page again, without loading it: what Back does in the browser. */
  readonly reset: () => Promise<void>;
  /** From now on `go` goes there inside the page, as Back does, instead of loading it again. */
  readonly stay: () => void;
  readonly selection: () => Promise<{ selected: string | null; edge: string | null }>;
}

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit & { close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: DESKTOP, locale: 'en-GB', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  let troubles: string[] = [];
  let isStaying = false;
  const move = (search: string): Promise<void> =>
    page.evaluate(async (address) => {
      history.pushState({ step: 0 }, '', address);
      dispatchEvent(new PopStateEvent('popstate', { state: { step: 0 } }));
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }, `/${search}`);
  const reset = async (): Promise<void> => {
    for (let i = 0; i < 4; i++) await page.keyboard.press('Escape');
    await move('');
    await page.waitForFunction(() => window.__paperloom?.selection().selected === null);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return {
    page,
    get troubles() {
      return troubles;
    },
    expectTrouble: (pattern) => {
      troubles = troubles.filter((trouble) => !pattern.test(trouble));
    },
    at: (testId) => page.getByTestId(testId),
    open: async (search = '') => {
      await page.goto(`${url}/${search}`);
    },
    go: async (search = '') => {
      if (isStaying) {
        await reset();
        await move(search);
      } else await page.goto(`${url}/${search}`);
      await page.waitForFunction(() => window.__paperloom?.ready === true && window.__paperloom.labels().length > 0, null, {
        timeout: READY_MS,
      });
    },
    reset,
    stay: () => {
      isStaying = true;
    },
    selection: () => page.evaluate(() => window.__paperloom?.selection() ?? { selected: null, edge: null }),
    close: () => context.close(),
  };
}
