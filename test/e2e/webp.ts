import { type Page } from 'playwright-core';

/** Small pictures are to be light: letters stay sharp, and nobody sees the rest. */
const QUALITY = 0.5;
/** A walkthrough shows its pictures no wider than this, in pixels of CSS. */
const WIDEST = 800;

/** A PNG as WebP, which only a browser here can write. `page` gives the browser; its own page is left alone. */
export async function webpOf(png: Buffer, page: Page): Promise<Buffer> {
  const blank = await page.context().browser()!.newPage();
  try {
    const address = await blank.evaluate(
      async ({ source, quality, widest }) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        const scale = Math.min(1, widest / image.width);
        [canvas.width, canvas.height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
        const context = canvas.getContext('2d')!;
        context.imageSmoothingQuality = 'high';
        context.drawImage(image, 0, 0, canvas.width, canvas.height);
        return canvas.toDataURL('image/webp', quality);
      },
      { source: `data:image/png;base64,${png.toString('base64')}`, quality: QUALITY, widest: WIDEST },
    );
    return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  } finally {
    await blank.close();
  }
}
