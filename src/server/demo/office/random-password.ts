// A password for one account of one installation, from the system's randomness: 16 characters that nobody confuses when typing
// them from a screen, at least one of each kind that the rules ask for.
import { randomInt } from 'node:crypto';
import { brokenPasswordRules } from '#domain/accounts';

const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '-+=.:@#%'];
const LENGTH = 16;

export function randomPassword(login: string): string {
  for (;;) {
    const characters = kinds.map(pick);
    while (characters.length < LENGTH) characters.push(pick(kinds.join('')));
    const password = shuffled(characters).join('');
    // A draw that breaks a rule by chance (four of one character, a guessable word) is drawn again.
    if (brokenPasswordRules({ password, login, leastLength: password.length }).length === 0) return password;
  }
}

function pick(from: string): string {
  return from.charAt(randomInt(from.length));
}

function shuffled(characters: string[]): string[] {
  for (let last = characters.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [characters[last], characters[other]] = [characters[other] ?? '', characters[last] ?? ''];
  }
  return characters;
}
