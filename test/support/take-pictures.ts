// What becomes of a page when it meets a telephone: a crooked, compressed photo, or the pictures of a camera. Drawn by a real browser.
import type { Browser, Page } from 'playwright-core';

/** A JPEG, turned by three degrees. */
export async function crookedPhoto(browser: Browser, png: Buffer): Promise<Buffer> {
  const base64 = await onBlankPage(browser, (page) =>
    page.evaluate(
      async (source) => {
        const picture = await createImageBitmap(await (await fetch(source)).blob());
        const canvas = document.createElement('canvas');
        canvas.width = picture.width * 1.1;
        canvas.height = picture.height * 1.1;
        const context = canvas.getContext('2d')!;
        context.fillStyle = '#d8d4cc';
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.translate(canvas.width / 2, canvas.height / 2);
        context.rotate((3 * Math.PI) / 180);
        context.drawImage(picture, -picture.width / 2, -picture.height / 2);
        return canvas.toDataURL('image/jpeg', 0.7).split(',')[1] ?? '';
      },
      `data:image/png;base64,${png.toString('base64')}`,
    ),
  );
  return Buffer.from(base64, 'base64');
}

/** One frame of a camera in full HD, as the uncompressed film (YUV4MPEG2) that Chromium takes for its camera. */
export async function filmOf(browser: Browser, png: Buffer): Promise<Buffer> {
  const [width, height] = [1_920, 1_080];
  const base64 = await onBlankPage(browser, (page) =>
    page.evaluate(
      async ({ source, width, height }) => {
        const picture = await createImageBitmap(await (await fetch(source)).blob());
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width, height });
        const context = canvas.getContext('2d')!;
        context.fillStyle = '#b8b8b8';
        context.fillRect(0, 0, width, height);
        const side = height * 0.85;
        context.translate(width / 2, height / 2);
        context.rotate(0.03);
        context.drawImage(picture, -side / 2, -side / 2, side, side);
        const { data } = context.getImageData(0, 0, width, height);
        // Grey has a brightness alone.
        const luma = Uint8Array.from({ length: width * height }, (_, at) => 16 + ((data[at * 4] ?? 0) * 219) / 255);
        let binary = '';
        for (let at = 0; at < luma.length; at += 8_192) binary += String.fromCharCode(...luma.subarray(at, at + 8_192));
        return btoa(binary);
      },
      { source: `data:image/png;base64,${png.toString('base64')}`, width, height },
    ),
  );
  const frame = [Buffer.from('FRAME\n'), Buffer.from(base64, 'base64'), Buffer.alloc((width * height) / 2, 128)];
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...frame, ...frame]);
}

/** The program's own pages fetch nothing that is not the program's. */
async function onBlankPage<Result>(browser: Browser, draw: (page: Page) => Promise<Result>): Promise<Result> {
  const page = await browser.newPage();
  try {
    return await draw(page);
  } finally {
    await page.close();
  }
}
