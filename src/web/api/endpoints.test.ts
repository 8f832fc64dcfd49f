import { expect, test } from 'vitest';
import { routes } from '#contract';
import { endpoints } from './endpoints.ts';

test('the client knows every route of the contract, at its place', () => {
  const contract = Object.fromEntries(Object.entries(routes).map(([name, { method, path }]) => [name, { method, path }]));
  expect(endpoints).toEqual(contract);
});
