import { expect, test } from 'vitest';
import { isoDateOf } from '#domain/kernel';
import { addLine, addressKind, contentOf, draftOf, findFaults, lineAt, newDraft, putIntoLine, type ServiceDraft } from './service-draft.ts';

const today = isoDateOf('2026-11-28');
const scope = { purposes: [{ code: 'eligibility', name: '民眾資格驗證' }], operations: ['verify'], claims: ['county-resident'] };
const good: ServiceDraft = {
  ...newDraft(scope, today),
  number: '計畫-介接-002',
  name: '長照系統',
  unit: '衛生局',
  contactName: '王小明',
  reachedBy: '分機 12',
  claims: ['county-resident'],
  addresses: [
    { id: 0, text: '10.1.2.3' },
    { id: 1, text: '' },
  ],
  requestsPerDay: '5,000',
  personsPerDay: '1000',
};

const faults = (changes: Partial<ServiceDraft>, allowLoopback = false) =>
  Object.fromEntries(findFaults({ ...good, ...changes }, today, { allowLoopback }).parts);
const lines = (...texts: string[]) => ({ addresses: texts.map((text, id) => ({ id, text })) });

test('a filled-in draft has no fault and says what it holds', () => {
  expect(faults({})).toEqual({});
  expect(contentOf(good, ['verify'])).toEqual({
    name: '長照系統',
    unit: '衛生局',
    purposes: ['eligibility'],
    operations: ['verify'],
    claims: ['county-resident'],
    addresses: ['10.1.2.3'],
    from: '2026-11-28',
    until: '2027-11-27',
    requestsPerDay: 5_000,
    personsPerDay: 1_000,
    contact: { name: '王小明', reachedBy: '分機 12' },
    certificate: null,
  });
});

test('what a service has comes back as it was', () => {
  const content = contentOf({ ...good, proves: 'certificate', certificate: 'AB:'.repeat(31) + 'CD' }, ['verify']);
  expect(content.certificate).toBe(`${'ab'.repeat(31)}cd`);
  expect(contentOf(draftOf(content), ['verify'])).toEqual(content);
});

test.each([
  [{ number: ' ' }, 'number', 'missing'],
  [{ name: '' }, 'name', 'missing'],
  [{ unit: '' }, 'unit', 'missing'],
  [{ contactName: '' }, 'contactName', 'missing'],
  [{ reachedBy: '' }, 'reachedBy', 'missing'],
  [{ purposes: [] }, 'purposes', 'no-purposes'],
  [{ claims: [] }, 'claims', 'no-claims'],
  [lines('', ' '), 'addresses', 'no-addresses'],
  [lines(...Array.from({ length: 17 }, (_, at) => `10.1.2.${at}`)), 'addresses', 'too-many-addresses'],
  [{ from: null }, 'from', 'missing'],
  [{ from: 'unusable' }, 'from', 'missing'],
  [{ until: null }, 'until', 'missing'],
  [{ until: { year: 2026, month: 11, day: 27 } }, 'until', 'period-over'],
  [{ from: { year: 2027, month: 1, day: 2 }, until: { year: 2027, month: 1, day: 1 } }, 'until', 'ends-before-it-begins'],
  [{ until: { year: 2027, month: 11, day: 28 } }, 'until', 'period-too-long'],
  [{ requestsPerDay: '0' }, 'requestsPerDay', 'not-a-count'],
  [{ requestsPerDay: '1e3', personsPerDay: '1' }, 'requestsPerDay', 'not-a-count'],
  [{ requestsPerDay: '10000001' }, 'requestsPerDay', 'not-a-count'],
  [{ personsPerDay: '5001' }, 'personsPerDay', 'more-persons-than-requests'],
  [{ personsPerDay: '-1' }, 'personsPerDay', 'not-a-count'],
  [{ proves: 'certificate', certificate: 'ab' }, 'certificate', 'not-a-fingerprint'],
] as const)('one thing wrong: %o', (changes, part, fault) => {
  expect(faults(changes)).toEqual({ [part]: fault });
});

test.each([
  ['10.1.2.0/24', 'address-range'],
  ['10.1.2.300', 'not-an-address'],
  ['example.gov.tw', 'not-an-address'],
  ['127.0.0.1', 'address-not-of-one-machine'],
  ['::1', 'address-not-of-one-machine'],
  ['255.255.255.255', 'address-not-of-one-machine'],
  ['::ffff:10.9.9.9', 'address-twice'],
] as const)('the address %s', (text, fault) => {
  const { lines: found, parts } = findFaults({ ...good, ...lines('10.9.9.9', text) }, today, { allowLoopback: false });
  expect([...found]).toEqual([[1, fault]]);
  expect(parts.get('addresses')).toBe(fault);
});

test('a demonstration may ask from its own machine', () => {
  expect(faults(lines('127.0.0.1'), true)).toEqual({});
});

test('full-width addresses are read', () => {
  expect(contentOf({ ...good, ...lines('１０．１．２．３') }, []).addresses).toEqual(['10.1.2.3']);
  expect([addressKind('１０．１．２．３'), addressKind('2001:db8::5/128'), addressKind('10.1.2')]).toEqual([4, 6, undefined]);
});

test('several addresses pasted into one line become as many lines', () => {
  const before = [
    { id: 0, text: '' },
    { id: 5, text: '10.0.0.9' },
  ];
  expect(putIntoLine(before, 0, '10.0.0.1\n10.0.0.2、10.0.0.3')).toEqual([
    { id: 0, text: '10.0.0.1' },
    { id: 6, text: '10.0.0.2' },
    { id: 7, text: '10.0.0.3' },
    { id: 5, text: '10.0.0.9' },
  ]);
  expect(putIntoLine(before, 5, '10.0.0.1 ')).toEqual([before[0], { id: 5, text: '10.0.0.1 ' }]);
  expect(addLine(before)).toEqual([...before, { id: 6, text: '' }]);
  expect(addLine(Array.from({ length: 16 }, (_, id) => ({ id, text: '' })))).toHaveLength(16);
});

test('the server counts the addresses that were sent', () => {
  const draft = { ...good, ...lines('', '10.1.1.1', '', '10.1.1.2') };
  expect([lineAt(draft, 0), lineAt(draft, 1), lineAt(draft, 2)]).toEqual([1, 3, undefined]);
});
