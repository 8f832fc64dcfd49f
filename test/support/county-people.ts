// Invented people of the county, by number, and what is asked about them in order.
import type { InventedPerson } from './invented-household.ts';

/** Shares no factor with a hundred million and lies near its golden section: no two people share a number, and few are neighbours. */
const STRIDE = 61_803_399;

export function countyPerson(number: number): InventedPerson {
  const id = `M${String(100_000_000 + ((number * STRIDE) % 100_000_000))}`;
  const birthDate = `19${String(50 + (number % 50))}-0${String(1 + (number % 9))}-1${String(number % 9)}`;
  return { id, name: `王小明${number}`, birthDate, flags: 1 | (number % 3 === 0 ? 16 : 0) };
}

export function question(number: number, changes: object = {}): Record<string, unknown> {
  const subject = { nationalId: countyPerson(number).id };
  return { caseNumber: '社助-115-000123', reason: '低收入戶資格審查', subject, claims: ['county-resident'], ...changes };
}
