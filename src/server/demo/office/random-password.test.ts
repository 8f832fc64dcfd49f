import { expect, test } from 'vitest';
import { brokenPasswordRules } from '#domain/accounts';
import { randomPassword } from './random-password.ts';

test('every password keeps the rules, and none comes twice', () => {
  const passwords = Array.from({ length: 500 }, () => randomPassword('manager1'));
  expect(passwords.flatMap((password) => brokenPasswordRules({ password, login: 'manager1', leastLength: 12 }))).toEqual([]);
  expect(new Set(passwords).size).toBe(500);
});
