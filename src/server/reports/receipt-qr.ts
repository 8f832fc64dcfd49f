// The receipt as a QR code (ISO/IEC 18004), drawn as one SVG path. A tlog-proof grows by 45 characters each time the log doubles;
// a code too dense to read from paper is never printed: the caller asks first, and takes the shorter receipt.
import { encode } from 'uqr';

/** Version 27 at level L: 125 modules a side. The proof of a log of 2^20 records takes about 1,200 bytes. */
const mostBytes = 1_465;
/** At 0.38 mm a module, the widest code is 5 cm: a telephone reads that from an office printer's page. */
const moduleMm = 0.38;
const quietZone = 4;

export interface QrDrawing {
  readonly svg: string;
  readonly widthMm: number;
}

export function receiptFitsQr(text: string): boolean {
  return new TextEncoder().encode(text).length <= mostBytes;
}

/** undefined: it doesn't fit. */
export function receiptQr(text: string): QrDrawing | undefined {
  if (!receiptFitsQr(text)) return undefined;
  const { data, size } = encode(text, { ecc: 'L', border: quietZone });
  const path = data.flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('');
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`,
    widthMm: size * moduleMm,
  };
}

function darkRuns(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (dark && last && last[0] + last[1] === x) last[1] += 1;
    else if (dark) runs.push([x, 1]);
  });
  return runs;
}
