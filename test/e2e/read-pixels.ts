// Looks at a screenshot: Sigma does not keep its drawing buffer, so only a picture of the page shows what a user sees.
import type { Page } from 'playwright-core';

export interface Pixels {
  readonly colours: number;
  /** Share of the most frequent colour: the stage. */
  readonly ground: number;
  /** Brightness of that colour, 0 to 1. */
  readonly brightness: number;
}

export async function readPixels(page: Page, testId: string): Promise<Pixels> {
  const picture = (await page.getByTestId(testId).screenshot()).toString('base64');
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d context');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map<number, number>();
    for (let i = 0; i < data.length; i += 4) {
      const colour = ((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const [ground = 0, most = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    const brightness = ((ground >> 16) + ((ground >> 8) & 255) + (ground & 255)) / (3 * 255);
    return { colours: counts.size, ground: most / (data.length / 4), brightness };
  }, picture);
}
