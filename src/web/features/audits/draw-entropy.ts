// The auditor's half of the seed: drawn by the browser's own generator, or typed in.

/** As the wire takes it: 16 to 64 bytes in hexadecimal. */
const entropyForm = /^([0-9a-f]{2}){16,64}$/i;

export function drawEntropy(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function isEntropy(text: string): boolean {
  return entropyForm.test(text);
}
