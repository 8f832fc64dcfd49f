// The demonstration's past month judged again by changed regulations, out of the real log.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countReplay } from '#domain/replay';
import type { Regulation } from '#domain/regulations';
import { findRegulation } from '#regulations';
import { listMonths, replayMonthOf } from '#server';
import { planDemoPast, type PastQuery } from '#server/demo';
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts';

const programme = 'nantou-webir';
const regulation = findRegulation(programme) ?? expect.unreachable();
let office: DemoOffice;
let month: string;
let past: readonly PastQuery[];
beforeAll(async () => {
  office = await openDemoOffice();
  const months = (await listMonths(office.installation, programme)) ?? [];
  month = months.find(({ rows }) => rows > 0)?.month ?? expect.unreachable();
  past = planDemoPast({ regulation, month });
});
afterAll(() => office.close());

const replay = (change: Partial<Regulation>) => replayMonthOf(office.installation, { programme, month, regulation: { ...regulation, ...change } }); // prettier-ignore
const counted = async (change: Partial<Regulation>) => countReplay((await replay(change)) ?? expect.unreachable());
const planned = (matches: (query: PastQuery) => boolean, refused: boolean) =>
  past.filter((query) => matches(query) && (query.expected === 'refused') === refused).length;

test('by the regulation of then: every query as it was', async () => {
  const progress: (readonly [number, number])[] = [];
  const found = await replayMonthOf(office.installation, { programme, month, regulation }, (...done) => progress.push(done));
  expect(found).toEqual({ queries: past.length, differences: [] });
  expect(progress.at(-1)).toEqual([past.length, past.length]);
});

describe('by a changed one', () => {
  test('a purpose removed: exactly its answered queries would be refused', async () => {
    const isRemoved = ({ purpose }: PastQuery) => purpose === 'disability-benefits';
    const purposes = regulation.purposes.filter(({ code }) => code !== 'disability-benefits');
    expect(planned(isRemoved, false)).toBeGreaterThan(5);
    expect(await counted({ purposes })).toMatchObject({
      queries: past.length,
      newlyRefused: planned(isRemoved, false),
      otherGrounds: planned(isRemoved, true),
      newlyAllowed: 0,
      notJudged: 0,
    });
  });

  test('office hours from noon: what was asked in the morning would be refused', async () => {
    const isMorning = ({ at }: PastQuery) => at.toZonedDateTimeISO('Asia/Taipei').hour < 12;
    const hours = { value: { fromMinute: 720, untilMinute: 1080 }, clause: 'NW-3.4', source: 'text' } as const;
    const change = {
      refusals: { ...regulation.refusals, 'outside-office-hours': 'NW-3.4' } as const,
      settings: { ...regulation.settings, officeHours: hours },
    };
    expect(planned(isMorning, false)).toBeGreaterThan(50);
    expect((await counted(change)).newlyRefused).toBe(planned(isMorning, false));
  });

  test('an approval before each query: nothing recorded had one', async () => {
    const refusals = { ...regulation.refusals, 'approval-missing': 'NW-3.2' } as const;
    expect((await counted({ refusals })).newlyRefused).toBe(planned(() => true, false));
  });

  test('no longer asking for a case number: what was refused for that alone would be allowed', async () => {
    const { 'case-number-missing': _, ...refusals } = regulation.refusals;
    const { newlyAllowed, newlyRefused } = await counted({ refusals });
    expect([newlyAllowed > 0, newlyRefused]).toEqual([true, 0]);
  });

  test('an operation removed: its queries are not judged', async () => {
    const operations = regulation.operations.filter(({ code }) => code !== 'pension-status');
    const asked = past.filter(({ operation }) => operation === 'pension-status').length;
    expect(asked).toBeGreaterThan(5);
    expect(await counted({ operations })).toMatchObject({ notJudged: asked, newlyAllowed: 0 });
  });
});

test('reading for it is in the log, under the name of the operating system’s user', async () => {
  const { database } = office.installation;
  const reads = () => database.selectFrom('record').select('index').where('type', '=', 'log-read').execute();
  const before = (await reads()).length;
  const found = await replay({});
  expect(found?.differences).toEqual([]);
  expect(await reads()).toHaveLength(before + 1);
  const newest = (await reads()).map(({ index }) => index).toSorted((one, other) => other - one)[0];
  const chief = await office.signIn('chief');
  const { body } = await chief.get(`/api/programmes/${programme}/records/${newest}`);
  expect(body).toMatchObject({ type: 'log-read', envelope: { why: 'replay' }, actor: { account: 'command-line' }, subject: { month } });
});

test('no such programme, or a month without queries', async () => {
  expect(await replayMonthOf(office.installation, { programme: 'nowhere', month, regulation })).toBeUndefined();
  expect(await replayMonthOf(office.installation, { programme, month: '2020-01', regulation })).toEqual({ queries: 0, differences: [] });
});

test('a difference holds nothing of whom was asked about and why', async () => {
  const found = await replay({ purposes: [] });
  const text = JSON.stringify(found?.differences);
  for (const { subject, caseNumber, reason } of past)
    for (const secret of [subject, caseNumber, reason]) if (secret.length > 3) expect(text).not.toContain(secret);
});
