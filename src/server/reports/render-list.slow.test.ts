import { expect, test } from 'vitest';
import { exampleList } from '../../../test/support/example-list.ts';
import { PrintingFailed, renderListOds, renderListPdf } from './render-list.ts';

test('the printer hands back whole files', async () => {
  const list = exampleList({ rows: 30, typed: '#堃喆峯𡘙 *😀*' });
  const [pdf, ods] = await Promise.all([renderListPdf(list), renderListOds(list)]);
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/^%PDF-1\.7[\s\S]*%%EOF\s*$/);
  expect(Buffer.from(ods.subarray(0, 2)).toString('latin1')).toBe('PK');
});

test('what the printer cannot print is a typed fault that says nothing of the list', async () => {
  const impossible = { ...exampleList({ rows: 1, typed: '機密' }), printedOn: { year: 2026, month: 13, day: 1 } };
  const fault: unknown = await renderListPdf(impossible).catch((error: unknown) => error);
  expect(fault).toMatchObject({ name: 'PrintingFailed', code: 'printer-failed' });
  expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toContain('機密');
});

test('more than can wait are turned away, the others are served', async () => {
  const results = await Promise.allSettled(Array.from({ length: 24 }, () => renderListOds(exampleList({ rows: 1 }))));
  const refused = results.filter((result) => result.status === 'rejected').map((result) => result.reason as unknown);
  expect(refused).toHaveLength(2);
  expect(refused.every((error) => error instanceof PrintingFailed && error.code === 'printer-busy')).toBe(true);
  await expect(renderListOds(exampleList({ rows: 1 }))).resolves.toBeInstanceOf(Uint8Array);
});
