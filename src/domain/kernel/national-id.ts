// The identity numbers of Taiwan: the national id (國民身分證統一編號), and the resident number in its form since 2021 (second
// character 8 or 9) and its older form (second letter A to D). The check digit follows 戶政司's rule: the letter's two-digit code and the
// eight digits weighted 1, 9, 8 … 1, and the check digit, add up to a multiple of ten.
// A wrong check digit warns and never blocks: numbers given in error long ago are in lawful use.

export type NationalIdCheck = 'valid' | 'bad-check-digit' | 'unknown-form';

/** Codes 10 to 35 in the order of this string: assigned by the date a county came to be, which is why I, O, W and Z stand apart. */
const letters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** Full-width and lower-case letters, and spaces anywhere, make no difference between two ids. */
export function normaliseNationalId(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
}

/** Expects a normalised id. */
export function checkNationalId(id: string): NationalIdCheck {
  if (!/^[A-Z](?:[1289]\d{8}|[A-D]\d{8})$/.test(id)) return 'unknown-form';
  const code = letters.indexOf(id.charAt(0)) + 10;
  // The old resident number's second letter counts by the last digit of its code: A 0, B 1, C 2, D 3.
  const second = 'ABCD'.indexOf(id.charAt(1));
  const digits = [Math.floor(code / 10), code % 10, second < 0 ? Number(id.charAt(1)) : second, ...Array.from(id.slice(2), Number)];
  const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];
  const sum = digits.reduce((total, digit, at) => total + digit * (weights[at] ?? 0), 0);
  return sum % 10 === 0 ? 'valid' : 'bad-check-digit';
}
