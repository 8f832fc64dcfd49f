import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkNationalId } from '#domain/kernel';
import { checkRow, layoutOf, type RowLayout } from './check-row.ts';
import { requiredColumns, type FileKind, type FileManifest } from './file-manifest.ts';

const manifest = (kind: FileKind, columns: readonly string[] = requiredColumns[kind]): FileManifest => ({
  format: 'mingcha-household-v1',
  kind,
  period: '2026-10',
  asOf: '2026-10-31',
  columns,
  encoding: 'utf-8',
  rows: 1,
  bytes: 1,
  sha256: '00'.repeat(32),
  sender: 'test',
});

function layout(kind: FileKind, columns: readonly string[] = requiredColumns[kind]): RowLayout {
  const read = layoutOf(manifest(kind, columns), columns);
  if (read.kind !== 'layout') throw new Error('no layout');
  return read.layout;
}

const household = layout('household');
const good = { id: 'A123456789', name: '王小明', birthDate: '0750102', indigenous: '' };
const check = (changes: Partial<typeof good> = {}) => {
  const { id, name, birthDate, indigenous } = { ...good, ...changes };
  return checkRow(household, [id, name, birthDate, indigenous]);
};
const faultOf = (changes: Partial<typeof good>) => {
  const row = check(changes);
  return row.kind === 'fault' ? [row.code, row.field] : ['none'];
};
const goodRow = { kind: 'row', id: 'A123456789', name: '王小明', birthDate: '1986-01-02', flags: 1, hasBadCheckDigit: false };

describe('the header', () => {
  test('columns in any order, others beside them', () => {
    const columns = ['戶號', '原住民', '出生日期', '姓名', '統一編號', '備註'];
    expect(checkRow(layout('household', columns), ['H1', 'Y', '19860102', '王小明', 'A123456789', ''])).toEqual({ ...goodRow, flags: 3 });
  });

  test.each([
    ['one is missing', ['統一編號', '姓名', '出生日期'], 4],
    ['one more', [...requiredColumns.household, '備註'], 5],
    ['another order', ['姓名', '統一編號', '出生日期', '原住民'], 1],
    ['another word', ['統一編號', '姓名', '出生年月日', '原住民'], 3],
    ['nothing', [], 1],
  ])('that is not the manifest’s: %s', (_, header, column) => {
    expect(layoutOf(manifest('household'), header)).toEqual({ kind: 'fault', code: 'header-differs', column });
  });

  test('a status list uses nothing but the id, whatever else it brings', () => {
    const list = layout('low-income', ['姓名', '統一編號', '出生日期']);
    const row = { kind: 'row', id: 'A123456789', name: null, birthDate: null, hasBadCheckDigit: false };
    expect(checkRow(list, ['王小明', 'A123456789', '不詳'])).toEqual({ ...row, flags: 16 });
    expect(checkRow(layout('disability'), ['A123456789'])).toEqual({ ...row, flags: 8 });
    expect(checkRow(layout('elderly-living-alone'), ['A123456789'])).toEqual({ ...row, flags: 4 });
  });
});

describe('a row', () => {
  test('in the form that is digested', () => {
    expect(check()).toEqual(goodRow);
    expect(check({ id: ' ａ123456789', name: '王　小明 ', birthDate: '民國75年1月2日', indigenous: '山地原住民' })).toEqual({
      ...goodRow,
      flags: 3,
    });
  });

  test.each(['', '否', '無', 'N', '0', ' ', 'n', '０', '\u3000無'])('%j is not indigenous', (indigenous) => {
    expect(check({ indigenous })).toEqual(goodRow);
  });

  test.each(['是', '有', 'Y', '1', '平地原住民', '山地原住民', 'y', '１', ' 是 ', '山地 原住民'])('%j is', (indigenous) => {
    expect(check({ indigenous })).toEqual({ ...goodRow, flags: 3 });
  });

  test('a wrong check digit is told and blocks nothing', () => {
    expect(check({ id: 'A123456788' })).toEqual({ ...goodRow, id: 'A123456788', hasBadCheckDigit: true });
  });

  test.each([
    ['id-missing', '統一編號', { id: '' }],
    ['id-missing', '統一編號', { id: ' \u3000' }],
    ['id-malformed', '統一編號', { id: 'A12345678' }],
    ['id-malformed', '統一編號', { id: 'A1234567890' }],
    ['id-malformed', '統一編號', { id: 'A323456789' }],
    ['id-malformed', '統一編號', { id: 'AE23456789' }],
    ['id-malformed', '統一編號', { id: '1123456789' }],
    ['id-malformed', '統一編號', { id: 'A12345678X' }],
    ['too-long', '統一編號', { id: ' '.repeat(101) }],
    ['name-missing', '姓名', { name: '' }],
    ['name-missing', '姓名', { name: '\u3000 ' }],
    ['name-malformed', '姓名', { name: '\ud800' }],
    ['name-malformed', '姓名', { name: '‧' }],
    ['too-long', '姓名', { name: '王'.repeat(101) }],
    ['birth-date-missing', '出生日期', { birthDate: '' }],
    ['birth-date-malformed', '出生日期', { birthDate: '0750230' }],
    ['birth-date-out-of-range', '出生日期', { birthDate: '1849-12-31' }],
    ['birth-date-after-as-of', '出生日期', { birthDate: '1151101' }],
    ['indigenous-unknown', '原住民', { indigenous: '布農' }],
    ['indigenous-unknown', '原住民', { indigenous: '2' }],
    ['indigenous-unknown', '原住民', { indigenous: `${' '.repeat(100)}Y` }],
  ] as const)('%s of %s: %j', (code, field, changes) => {
    expect(faultOf(changes)).toEqual([code, field]);
  });

  test('longest and latest are inside', () => {
    expect(faultOf({ id: `${' '.repeat(90)}A123456789`, name: '王'.repeat(100), birthDate: '1151031' })).toEqual(['none']);
  });

  test('too few fields and too many', () => {
    const ragged = { kind: 'fault', code: 'ragged', field: '' };
    expect(checkRow(household, ['A123456789', '王小明', '0750102'])).toEqual(ragged);
    expect(checkRow(household, ['A123456789', '王小明', '0750102', '', ''])).toEqual(ragged);
    expect(checkRow(household, [])).toEqual(ragged);
  });

  test('a fault holds nothing of the row', () => {
    const field = fc.string({ minLength: 3, maxLength: 150 });
    fc.assert(
      fc.property(fc.tuple(field, field, field, field), (record) => {
        const row = checkRow(household, record);
        expect(Object.keys(row)).toEqual(row.kind === 'fault' ? ['kind', 'code', 'field'] : Object.keys(goodRow));
        if (row.kind === 'fault') for (const value of record) expect(JSON.stringify(row)).not.toContain(value);
      }),
    );
  });
});

test('ids by character codes and by the general reader: one answer', () => {
  const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ@[');
  const second = fc.constantFrom(...'0123456789ABCDE@:/');
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 8 });
  const mostly = fc.oneof({ weight: 9, arbitrary: digits }, { weight: 1, arbitrary: fc.stringMatching(/^[0-9/:A]{7,9}$/) });
  fc.assert(
    fc.property(letter, second, mostly, (letter, second, rest) => {
      const id = letter + second + rest;
      const expected = checkNationalId(id);
      const row = check({ id });
      if (expected === 'unknown-form') expect(row).toEqual({ kind: 'fault', code: 'id-malformed', field: '統一編號' });
      else expect(row).toEqual({ ...goodRow, id, hasBadCheckDigit: expected === 'bad-check-digit' });
    }),
    { numRuns: 5_000 },
  );
});
