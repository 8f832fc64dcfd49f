// The main job, walked in a real browser against the real program: a user queries, a manager closes the month, the auditors
// draw, mark and sign, and what they were shown is what the log holds.
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinPostgres, withDatabase } from '#server/platform';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, goTo, lookAt, openPage, signIn, type Walker } from '../support/page-walk.ts';
import { demoAccountsOf, type DemoAccount } from '../support/program-client.ts';
import { createDataDirectory, runCommand, startProgram, type RunningProgram } from '../support/run-program.ts';

let data: Awaited<ReturnType<typeof createDataDirectory>>;
let program: RunningProgram;
let browser: Browser;
let accounts: Map<string, DemoAccount>;
const lastMonth = Temporal.Now.plainDateISO('Asia/Taipei').subtract({ months: 1 }).toPlainYearMonth().toString();
const pictures = process.env['MINGCHA_PICTURES'];

beforeAll(async () => {
  data = await createDataDirectory();
  program = await startProgram(data.path);
  accounts = new Map((await demoAccountsOf(data.path)).map((account) => [account.login, account]));
  browser = await launchBrowser();
  if (pictures) await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await data?.remove();
});

const account = (login: string) => accounts.get(login) ?? expect.fail(`no account ${login}`);

async function as(login: string, work: (walker: Walker) => Promise<void>): Promise<void> {
  const walker = await openPage(browser, program.url);
  try {
    await signIn(walker, account(login));
    await work(walker);
    expect(walker.complaints).toEqual([]);
  } finally {
    await walker.close();
  }
}

async function picture({ page }: Walker, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** Somebody whom the provider knows, with an employer whose name is looked for on the page. */
async function findInsured(): Promise<string> {
  const postgres = await joinPostgres({ dataDirectory: data.path, databaseUrl: undefined });
  const client = new pg.Client({ connectionString: withDatabase(postgres.url, 'mingcha_provider') });
  await client.connect();
  const { rows } = await client.query<{ national_id: string }>(
    "select national_id from insured_history where insured_unit like '%南投%' order by national_id limit 1",
  );
  await client.end();
  await postgres.stop();
  return rows[0]?.national_id ?? expect.fail('nobody is insured');
}

async function fillQuery({ page }: Walker, changes: { caseNumber?: string; subject?: string } = {}): Promise<void> {
  await page.getByRole('radio', { name: '投保紀錄' }).focus();
  await page.keyboard.press('Space');
  await page
    .getByLabel('案號', { exact: false })
    .first()
    .fill(changes.caseNumber ?? '社助-115-000123');
  await page.getByLabel('查詢事由').fill('低收入戶資格審查');
  await page.getByLabel('被查詢者身分證統一編號').fill(changes.subject ?? 'A123456789');
}

describe('signing in', () => {
  test('the page says that it is a demonstration, is accessible, and explains a wrong password', async () => {
    const walker = await openPage(browser, program.url);
    await walker.page.goto('/');
    await walker.page.getByText('展示環境').first().waitFor();
    await lookAt(walker);
    await walker.page.getByLabel('帳號', { exact: true }).fill('user1');
    await walker.page.getByLabel('密碼', { exact: true }).fill('wrong');
    await walker.page.keyboard.press('Enter');
    await walker.page.getByText('帳號或密碼不正確').waitFor();
    await picture(walker, 'sign-in');
    await walker.close();
  });
});

describe('a user', () => {
  test('queries by keyboard alone; the answer is masked first, watermarked, with a receipt', () =>
    as('user1', async (walker) => {
      const { page } = walker;
      await lookAt(walker);
      await fillQuery(walker, { subject: await findInsured() });
      await page.getByLabel('被查詢者身分證統一編號').press('Enter');
      await page.getByText('mingcha-receipt-v1.').first().waitFor();
      const shown = page.locator('table td', { hasText: '南投' });
      expect(await shown.count()).toBe(0);
      await lookAt(walker);
      await picture(walker, 'answer');
      await page.getByRole('button', { name: '顯示資料' }).click();
      await shown.first().waitFor();
      await expectAccessible(walker);
      await picture(walker, 'answer-shown');
    }));

  test('is refused without a case number: the clause is named, the form is kept', () =>
    as('user1', async (walker) => {
      const { page } = walker;
      await fillQuery(walker, { caseNumber: '-' });
      await page.getByLabel('查詢事由').press('Enter');
      await page.getByText('未填寫案號').first().waitFor();
      expect(await page.getByLabel('查詢事由').inputValue()).toBe('低收入戶資格審查');
      await lookAt(walker);
      await picture(walker, 'refused');
    }));

  test('sees the own history between two ROC dates, typed and picked, and opens a record', () =>
    as('user1', async (walker) => {
      const { page } = walker;
      await goTo(walker, '/history');
      await page.getByRole('table').or(page.getByRole('grid')).first().waitFor();
      await lookAt(walker);
      const today = Temporal.Now.plainDateISO('Asia/Taipei');
      const roc = `${today.year - 1911}${String(today.month).padStart(2, '0')}${String(today.day).padStart(2, '0')}`;
      await page.getByLabel('起日').first().fill(roc);
      await page.keyboard.press('Enter');
      await page.getByText('社助-115-000123').first().waitFor();
      await page.getByRole('button', { name: '開啟月曆' }).first().click();
      await page.locator('[role=dialog]').getByRole('grid').waitFor();
      await expectAccessible(walker);
      await picture(walker, 'calendar');
      await page.keyboard.press('Escape');
      await page
        .getByRole('link', { name: /開啟紀錄/ })
        .first()
        .click();
      await page.getByText('本次調閱已留存紀錄').waitFor();
      await lookAt(walker);
      await picture(walker, 'record');
    }));

  test('reads the app in English by a switch', () =>
    as('user1', async (walker) => {
      await walker.page.getByRole('button', { name: 'English' }).click();
      await walker.page.getByRole('button', { name: 'Sign out' }).waitFor();
      await walker.page.locator('html[lang^=en]').waitFor({ state: 'attached' });
      await expectAccessible(walker);
    }));

  test('has no way to the month’s end', () =>
    as('user1', async ({ page }) => {
      await page.goto('/months');
      await page.getByText('您的職務沒有這項權限').waitFor();
    }));

  test('is signed out when idle, with a warning before and the screen wiped after (NW-4.1.4)', async () => {
    const walker = await openPage(browser, program.url);
    await walker.page.clock.install();
    await signIn(walker, account('user2'));
    await fillQuery(walker);
    await walker.page.clock.fastForward('13:05');
    await walker.page.getByText('您還在使用嗎').waitFor();
    await expectAccessible(walker);
    await walker.page.clock.fastForward('02:05');
    await walker.page.getByText('閒置過久，已自動登出').waitFor();
    expect(await walker.page.content()).not.toContain('A123456789');
    await walker.close();
  });
});

describe('the regulations', () => {
  test('a refusal leads to its clause beside the form, which is kept', () =>
    as('user1', async (walker) => {
      const { page, context } = walker;
      await fillQuery(walker, { caseNumber: '-' });
      await page.getByLabel('查詢事由').press('Enter');
      const link = page.getByRole('alert').getByRole('link', { name: 'NW-4.1.1' });
      await link.focus();
      const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
      await opened.waitForURL('**/regulations/nantou-webir#NW-4.1.1');
      const row = opened.locator('tr[aria-current=true]');
      await row.waitFor();
      expect(await row.getAttribute('id')).toBe('NW-4.1.1');
      expect(await row.evaluate((element) => element === document.activeElement)).toBe(true);
      const top = await row.evaluate((element) => element.getBoundingClientRect().top);
      expect(top).toBeGreaterThan(80);
      expect(top).toBeLessThan(300);
      expect(await page.getByLabel('查詢事由').inputValue()).toBe('低收入戶資格審查');
      if (pictures) await opened.screenshot({ path: join(pictures, 'clause.png') });
    }));

  test('are listed, read and searched; a clause named on the page leads to its row', () =>
    as('auditor1', async (walker) => {
      const { page } = walker;
      await goTo(walker, '/regulations');
      await page.getByRole('link', { name: /WebIR/ }).first().waitFor();
      await lookAt(walker);
      await picture(walker, 'regulations');
      await page.getByRole('link', { name: '南投縣政府使用勞動部勞工保險局業務資料管理規範' }).click();
      const rows = page.locator('#clauses tbody tr');
      await rows.first().waitFor();
      await lookAt(walker);
      await picture(walker, 'regulation');
      const all = await rows.count();
      await page.getByLabel('搜尋條文').fill('案號 事由');
      await page.getByText('NW-4.1.1').first().waitFor();
      expect(await rows.count()).toBeLessThan(all);
      await page.locator('#parameters').getByRole('link', { name: 'NW-3.5' }).first().click();
      await page.locator('tr[id="NW-3.5"][aria-current=true]').waitFor();
      await page.getByLabel('搜尋條文').fill('沒有這個詞');
      await page.getByRole('radio', { name: '人工辦理' }).focus();
      await page.keyboard.press('Space');
      await expectAccessible(walker);
    }));

  test('read in English, fit a narrow screen and paper', () =>
    as('chief', async (walker) => {
      const { page } = walker;
      await page.getByRole('button', { name: 'English' }).click();
      await goTo(walker, '/regulations/nantou-verification');
      await page.getByRole('heading', { name: 'Keeping and destruction' }).waitFor();
      await lookAt(walker);
      await picture(walker, 'regulation-english');
      await page.setViewportSize({ width: 390, height: 844 });
      await picture(walker, 'regulation-narrow');
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('navigation').count()).toBe(0);
      expect(await page.getByLabel('Search the clauses').isVisible()).toBe(false);
    }));

  test('one that is not there says so', () =>
    as('user1', async ({ page, complaints }) => {
      await page.goto('/regulations/nowhere');
      await page.getByText('查無此項目').waitFor();
      expect(complaints.splice(0)).toEqual([expect.stringContaining('404')]);
    }));
});

test('a manager closes the month and prints the list', () =>
  as('chief', async (walker) => {
    const { page } = walker;
    await goTo(walker, '/months');
    await lookAt(walker);
    await picture(walker, 'months');
    await goTo(walker, `/months/${lastMonth}`);
    await lookAt(walker);
    await page.getByRole('button', { name: '辦理月結' }).click();
    await page.locator('[role=dialog], [role=alertdialog]').waitFor();
    await expectAccessible(walker);
    await picture(walker, 'close-dialog');
    await page.getByRole('button', { name: '確認月結' }).click();
    await page.getByText('已月結').first().waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '列印用 PDF' }).click()]);
    expect(download.suggestedFilename()).toBe(`query-list-${lastMonth}.pdf`);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '試算表 ODS' }).click()]);
    expect((await readFile(await sheet.path())).subarray(0, 2).toString()).toBe('PK');
    await lookAt(walker);
    await picture(walker, 'month');
  }));

test.each(['auditor1', 'auditor2'])('%s draws or finds the sample, marks every own row by key, and signs', (login) =>
  as(login, async (walker) => {
    const { page } = walker;
    await goTo(walker, `/months/${lastMonth}/sample`);
    await lookAt(walker);
    const draw = page.getByRole('button', { name: '抽樣', exact: true });
    if (login === 'auditor1') await draw.click();
    await page.getByText('種子', { exact: true }).first().waitFor();
    await lookAt(walker);
    const cards = page.locator('[data-row]');
    const count = await cards.count();
    expect(count).toBeGreaterThan(0);
    for (let place = 0; place < count; place += 1) {
      await cards.nth(place).locator('input[type=radio]').first().focus();
      await page.keyboard.press(place === 0 ? '2' : '1');
      await cards.nth(place).and(page.locator('[data-marked]')).waitFor();
    }
    await picture(walker, `marked-${login}`);
    await page.getByRole('button', { name: '簽署查核結果' }).click();
    await page.locator('[role=dialog], [role=alertdialog]').waitFor();
    await expectAccessible(walker);
    await page.getByLabel('再次輸入密碼').fill(account(login).password);
    await page.keyboard.press('Enter');
    await page.getByText('查核結果已簽署').first().waitFor();
    await lookAt(walker);
    await picture(walker, `signed-${login}`);
  }),
);

test('the sample can be drawn again from the printed seed, and the log is intact', async () => {
  const list = join(data.path, 'list.csv');
  expect((await runCommand(data.path, ['list', '--month', lastMonth, '--out', list])).code).toBe(0);
  const session = await openPage(browser, program.url);
  await signIn(session, account('auditor1'));
  const sample = await session.page.evaluate(
    async (month) => (await fetch(`/api/programmes/nantou-webir/months/${month}/sample`)).json(),
    lastMonth,
  );
  await session.close();
  const again = await runCommand(data.path, ['sample', '--regulation', 'nantou-webir', '--list', list, '--seed', sample.seed, '--json']);
  const drawn = JSON.parse(again.stdout) as { sampled: string[]; required: number };
  expect(drawn.sampled.toSorted()).toEqual(sample.rows.map((row: { index: number }) => String(row.index)).toSorted());
  expect(sample.results).toHaveLength(2);
  const { code, stdout } = await runCommand(data.path, ['verify', '--json']);
  expect([code, JSON.parse(stdout).intact]).toEqual([0, true]);
});
