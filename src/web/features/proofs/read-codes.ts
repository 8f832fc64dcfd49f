// The QR codes in a picture. One after another: each one found is painted over before the next is looked for, as a printed record has two.
import type { FinderPoints } from 'qr/decode.js';

const mostCodes = 4;
/** A phone's picture is larger than the decoder needs, and slow. */
const longestSide = 3_000;
const patienceMs = 2_000;

type Picture = HTMLVideoElement | ImageBitmap;

/** `patiently`: a picture that was chosen is looked at harder than one frame of a camera. */
export async function readCodes(picture: Picture, { patiently }: { readonly patiently: boolean }): Promise<readonly string[]> {
  const { default: decodeQr } = await import('qr/decode.js');
  const canvas = drawn(picture);
  const { width, height } = canvas.canvas;
  const found: string[] = [];
  while (found.length < mostCodes && width > 0 && height > 0) {
    let place: FinderPoints | undefined;
    const options = {
      ...(patiently && { effort: Number.POSITIVE_INFINITY, timeLimit: patienceMs }),
      pointsOnDetect: (points: FinderPoints) => (place = points),
    };
    try {
      found.push(decodeQr(canvas.getImageData(0, 0, width, height), options));
    } catch {
      break; // no further code
    }
    if (place) paintOver(canvas, place);
    else break;
  }
  return found;
}

function drawn(picture: Picture): CanvasRenderingContext2D {
  const [width, height] = 'videoWidth' in picture ? [picture.videoWidth, picture.videoHeight] : [picture.width, picture.height];
  const scale = Math.min(1, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser draws nothing');
  if (canvas.width > 0 && canvas.height > 0) context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return context;
}

function paintOver(context: CanvasRenderingContext2D, { outline: [first, ...others] }: FinderPoints): void {
  context.fillStyle = 'white';
  context.beginPath();
  context.moveTo(first.x, first.y);
  for (const { x, y } of others) context.lineTo(x, y);
  context.fill();
}
