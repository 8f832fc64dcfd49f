// A text as a QR code (ISO/IEC 18004), drawn as one path: printed under the month's list, and on a record's sheet.
import { encode } from 'uqr';

export interface QrCode {
  /** SVG path data, a unit a module. */
  readonly path: string;
  /** Modules a side, with the quiet zone. */
  readonly size: number;
}

/** At this size a telephone reads the densest codes from an office printer's page. */
export const qrModuleMm = 0.38;
const quietZone = 4;
/** Version 40 at level L. */
const mostBytes = 2_953;

/** undefined: it doesn't fit. */
export function qrCode(text: string): QrCode | undefined {
  if (byteLength(text) > mostBytes) return undefined;
  const { data, size } = encode(text, { ecc: 'L', border: quietZone });
  const path = data.flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join('');
  return { path, size };
}

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
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
