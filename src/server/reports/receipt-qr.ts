// The receipt under a printed list as a QR code. A tlog-proof grows by 45 characters each time the log doubles, and with every witness;
// a code too dense to read from paper is never printed: the caller asks first, and takes the shorter receipt.
import { byteLength, qrCode, qrModuleMm } from '#documents';

/** Version 32 at level L, 58 mm wide. The proof of a log of 2^20 records takes about 1,450 bytes, and 150 more for each witness. */
const mostBytes = 1_952;

export interface QrDrawing {
  readonly svg: string;
  readonly widthMm: number;
}

export function receiptFitsQr(text: string): boolean {
  return byteLength(text) <= mostBytes;
}

/** undefined: it doesn't fit. */
export function receiptQr(text: string): QrDrawing | undefined {
  const code = receiptFitsQr(text) ? qrCode(text) : undefined;
  if (!code) return undefined;
  const { path, size } = code;
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`,
    widthMm: size * qrModuleMm,
  };
}
