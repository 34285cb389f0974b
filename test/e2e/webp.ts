import { type Page } from 'playwright-core';

/** Small pictures are to be light: letters stay sharp, and nobody sees the rest. */
const QUALITY = 0.6;

/** A PNG as WebP, which only a browser here can write. `page` gives the browser; its own page is left alone. */
export async function webpOf(png: Buffer, page: Page): Promise<Buffer> {
  const blank = await page.context().browser()!.newPage();
  try {
    const address = await blank.evaluate(
      async ({ source, quality }) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        canvas.getContext('2d')!.drawImage(image, 0, 0);
        return canvas.toDataURL('image/webp', quality);
      },
      { source: `data:image/png;base64,${png.toString('base64')}`, quality: QUALITY },
    );
    return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  } finally {
    await blank.close();
  }
}
