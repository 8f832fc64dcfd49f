// What a password must be (NV-3.5 with 附表十 4-2-3 to 4-2-5; NW-3.5 points to the e-government platform's rules).
// The same table tells the page what to tick and the server what to refuse; how long is the sign-in policy's.

export type PasswordRule = 'length' | 'upper' | 'lower' | 'digit' | 'symbol' | 'guessable' | 'reused' | 'too-young';

const longestPassword = 128;

interface Candidate {
  readonly password: string;
  readonly login: string;
  /** PasswordPolicy.leastLength */
  readonly leastLength: number;
}

const shapes: readonly { readonly rule: PasswordRule; readonly holds: (candidate: Candidate) => boolean }[] = [
  { rule: 'length', holds: ({ password, leastLength }) => [...password].length >= leastLength && password.length <= longestPassword },
  { rule: 'upper', holds: ({ password }) => /\p{Lu}/u.test(password) },
  { rule: 'lower', holds: ({ password }) => /\p{Ll}/u.test(password) },
  { rule: 'digit', holds: ({ password }) => /\p{Nd}/u.test(password) },
  { rule: 'symbol', holds: ({ password }) => /[^\p{L}\p{N}]/u.test(password) },
  { rule: 'guessable', holds: (candidate) => !isGuessable(candidate) },
];

/** The rules that a new password breaks by its look alone, in the order of the table. Empty: none. Judged as it is hashed, full-width forms as plain ones. */
export function brokenPasswordRules({ password, login, leastLength }: Candidate): PasswordRule[] {
  const candidate = { password: password.normalize('NFKC'), login, leastLength };
  return shapes.filter(({ holds }) => !holds(candidate)).map(({ rule }) => rule);
}

/** Words that open most guessing lists, the account's own name, and runs of one character. */
const guessableWords = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'qwerty',
  'letmein',
  'welcome',
  'admin',
  'iloveyou',
  '12345678',
  'abcd1234',
  'nantou',
  'mingcha',
];

function isGuessable({ password, login }: Pick<Candidate, 'password' | 'login'>): boolean {
  const lower = password.toLowerCase();
  const ownName = login.length >= 3 && lower.includes(login.toLowerCase());
  return ownName || guessableWords.some((word) => lower.includes(word)) || /(.)\1{3}/u.test(password);
}
