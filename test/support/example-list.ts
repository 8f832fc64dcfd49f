// A printed list for tests: plain rows, or rows that carry a given text where people type.
import { printedList, type ListEntry, type PrintedList } from '#domain/reports';

export function exampleList(options: { rows: number; typed?: string; receipt?: string }): PrintedList {
  const entries = Array.from({ length: options.rows }, (_, place): ListEntry => ({
    index: 100 + 2 * place,
    atMs: Date.UTC(2026, 9, 1, 1) + place * 600_000,
    accountId: `u-${place % 6}`,
    account: 'lin.zm',
    name: '林志明',
    operation: 'insured-history',
    subject: 'M12****789',
    caseNumber: options.typed ?? `社助-115-${String(place).padStart(6, '0')}`,
    reason: options.typed ?? '低收入戶資格審查',
    result: { kind: 'answered', count: 1 },
  }));
  return printedList(
    { programme: 'nantou-webir', month: '2026-10', entries },
    {
      organisation: '南投縣政府',
      regulationTitle: '管理規範',
      clause: 'NW-5.2',
      operationName: () => '投保歷史',
      closedAtMs: Date.UTC(2026, 10, 3),
      closedBy: '王淑芬',
      printedAtMs: Date.UTC(2026, 10, 3),
      printedBy: '王淑芬',
      origin: 'log.example/nantou-webir',
      closeIndex: 900,
      treeSize: 901,
      rootHash: 'A'.repeat(43) + '=',
      listDigest: 'ab'.repeat(32),
      receipt: { kind: 'tlog-proof', text: options.receipt ?? 'c2sp.org/tlog-proof@v1\n' },
    },
  );
}
