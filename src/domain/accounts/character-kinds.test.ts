// All four kinds of characters are asked of every password, so a regulation can't ask for more of them.
import { expect, test } from 'vitest';
import { brokenPasswordRules } from './password-rules.ts';
import { characterKinds } from '#domain/regulations';

const without = { upper: 'k7#mvqzt!xw2', lower: 'K7#MVQZT!XW2', digit: 'kR#mvqZt!xwP', symbol: 'k7RmvqZt4xw2' };

test.each(characterKinds)('a password without %s', (kind) => {
  expect(brokenPasswordRules({ password: without[kind], login: 'nobody', leastLength: 12 })).toEqual([kind]);
});
