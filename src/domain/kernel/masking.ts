// How a person is shown where the whole value is not needed (NW-3.10, NW-5.2: lists carry ids masked).
// Masking counts code points, so that a character outside the Basic Multilingual Plane, common in names, is not cut in two.

const shownAtEachEnd = 3;
const shortestShownId = 10;

/** `A123456789` → `A12****789`. Anything shorter than a national id is masked whole: too little of it would be hidden. */
export function maskNationalId(id: string): string {
  const characters = Array.from(id);
  if (characters.length < shortestShownId) return '*'.repeat(characters.length);
  const hidden = '*'.repeat(characters.length - 2 * shownAtEachEnd);
  return characters.slice(0, shownAtEachEnd).join('') + hidden + characters.slice(-shownAtEachEnd).join('');
}

/** `陳怡君` → `陳○君`, `李明` → `李○`, a single character → `○`. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  if (characters.length <= 1) return '○'.repeat(characters.length);
  if (characters.length === 2) return `${first}○`;
  return first + '○'.repeat(characters.length - 2) + last;
}
