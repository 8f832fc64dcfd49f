// Client services of the verification platform (NV-3.2 – NV-3.9), walked in a real browser by the people who govern them: entered,
// returned, entered again, approved by another, set with a key that is shown once, suspended and resumed by two, their addresses reviewed.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinPostgres, withDatabase } from '#server/platform';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, goTo, lookAt, openPage, signIn, type Walker } from '../support/page-walk.ts';
import { demoAccountsOf, type DemoAccount } from '../support/program-client.ts';
import { createDataDirectory, runCommand, startProgram, type RunningProgram } from '../support/run-program.ts';

let data: Awaited<ReturnType<typeof createDataDirectory>>;
let program: RunningProgram;
let browser: Browser;
let accounts: Map<string, DemoAccount>;
let application: string;
let service: string;
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

const walkers = new Map<string, Walker>();

/** Everybody signs in once and keeps their page. */
async function as(login: string, work: (walker: Walker) => Promise<void>): Promise<void> {
  const walker = walkers.get(login) ?? (await openPage(browser, program.url));
  if (!walkers.has(login)) await signIn(walker, account(login));
  walkers.set(login, walker);
  await work(walker);
  expect(walker.complaints).toEqual([]);
}

async function picture({ page }: Walker, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `services-${name}.png`), fullPage: true });
}

/** Presses a button by keyboard alone. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().focus();
  await page.keyboard.press('Enter');
}

/** Answers an open dialog with a note, sent by Enter. */
async function note(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('alertdialog').getByLabel(label);
  await field.waitFor();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('each kind of programme has its own places', async () => {
  await as('user1', async ({ page }) => {
    await page.goto('/services');
    await page.waitForURL('**/query');
    expect(await page.getByRole('link', { name: '介接服務' }).count()).toBe(0);
  });
  await as('supervisor1', async ({ page }) => {
    await page.waitForURL('**/services');
    await page.goto('/query');
    await page.waitForURL('**/services');
    expect(await page.getByRole('link', { name: '查詢', exact: true }).count()).toBe(0);
  });
});

test('the officer enters an application: wrong addresses are told in plain words, and the focus is at the first', () =>
  as('officer', async (walker) => {
    const { page } = walker;
    await page.getByRole('link', { name: '開啟 社會救助資訊系統' }).waitFor();
    await lookAt(walker);
    await picture(walker, 'list');
    await press(page, '登錄新申請');
    await page.getByLabel('申請單編號').waitFor();
    for (const [label, text] of [
      ['申請單編號', '衛生-介接-012'],
      ['服務名稱', '長期照顧管理系統'],
      ['使用單位', '衛生局長期照護科'],
      ['聯絡人姓名', '林小華'],
      ['聯絡方式', '分機 5566'],
      ['每日次數上限', '2,000'],
      ['每日人數上限', '800'],
    ] as const)
      await page.getByLabel(label).fill(text);
    for (const claim of ['設籍本縣', '獨居老人']) {
      await page.getByRole('checkbox', { name: claim }).focus();
      await page.keyboard.press('Space');
    }
    await page.getByLabel('固定位址 1', { exact: true }).fill('10.20.30.41 10.20.30.0/24 224.0.0.1');
    await page.getByText('這是網段，請改填單一位址').waitFor({ state: 'hidden' });
    await page.getByLabel('申請單編號').press('Enter');
    await page.getByText('這是網段，請改填單一位址').waitFor();
    await page.getByText('這個位址不能代表單一主機').waitFor();
    const second = page.getByLabel('固定位址 2', { exact: true });
    expect(await second.evaluate((element) => element === document.activeElement)).toBe(true);
    await lookAt(walker);
    await picture(walker, 'form-wrong');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('10.20.30.42');
    await press(page, '移除固定位址 3');
    await page.getByLabel('申請單編號').press('Enter');
    await page.getByRole('heading', { name: '簽核進度' }).waitFor();
    application = new URL(page.url()).pathname;
    // Four eyes: whoever entered it sees who decides, and can't.
    expect(await page.getByRole('button', { name: '核可', exact: true }).isDisabled()).toBe(true);
    await page.getByText('由權責主管辦理').waitFor();
    await lookAt(walker);
    await picture(walker, 'application');
  }));

test('the supervisor returns it, the officer files it again, the supervisor approves', async () => {
  await as('supervisor1', async (walker) => {
    const { page } = walker;
    await goTo(walker, '/services');
    await page.getByText('輪到您').waitFor();
    await lookAt(walker);
    await goTo(walker, application);
    await press(page, '退回補正');
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('請填寫說明，會列入紀錄').waitFor();
    await expectAccessible(walker);
    await note(page, '理由', '請說明獨居老人一項的必要');
    await page.getByRole('cell', { name: '請說明獨居老人一項的必要' }).waitFor();
  });
  await as('officer', async ({ page }) => {
    await page.goto(application);
    await press(page, '修改後重新送件');
    await page.getByLabel('申請單編號').waitFor();
    await page.getByLabel('備註').fill('獨居老人關懷訪視所需');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '簽核進度' }).waitFor();
  });
  await as('supervisor1', async ({ page }) => {
    await page.goto(application);
    await press(page, '核可');
    await note(page, '說明', '');
    await page.getByText('由專責人員辦理').waitFor();
  });
});

test('the responsible person sets it: the key is shown once, and only an answer closes it', () =>
  as('keeper', async (walker) => {
    const { page } = walker;
    await goTo(walker, application);
    await press(page, '設定並啟用');
    await note(page, '說明', '');
    await page.getByText('請立即保存金鑰').waitFor();
    await lookAt(walker);
    await picture(walker, 'key');
    const secret = /mck_[\w-]+/.exec(await page.getByRole('alertdialog').innerText())?.[0] ?? expect.fail('no key is shown');
    await page.keyboard.press('Escape');
    await page.getByText('請先勾選已妥善保存').waitFor();
    const [saved] = await Promise.all([page.waitForEvent('download'), press(page, '另存設定檔')]);
    expect(saved.suggestedFilename()).toMatch(/^ck_[\w-]{22}[.]env$/);
    await page.getByRole('checkbox', { name: '已妥善保存' }).focus();
    await page.keyboard.press('Space');
    await press(page, '完成');
    await page.getByRole('heading', { name: '歷程' }).waitFor();
    service = new URL(page.url()).pathname;
    expect(await page.content()).not.toContain(secret);
    await page.reload();
    await page.getByRole('heading', { name: '歷程' }).waitFor();
    expect(await page.content()).not.toContain(secret);
    await lookAt(walker);
    await picture(walker, 'service');
  }));

test('its key is replaced with an overlap; it is suspended by one and resumed by two', async () => {
  await as('keeper', async (walker) => {
    const { page } = walker;
    await goTo(walker, service);
    await press(page, '換發金鑰');
    await page.getByRole('radio', { name: '3 日' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('alertdialog').getByRole('button', { name: '換發金鑰' }).press('Enter');
    await page.getByText('請立即保存金鑰').waitFor();
    await page.getByRole('checkbox', { name: '已妥善保存' }).press('Space');
    await press(page, '完成');
    await page.getByRole('row', { name: /ck_/ }).nth(1).waitFor();
    await press(page, '暫停使用');
    await page.getByRole('alertdialog').waitFor();
    await expectAccessible(walker);
    await note(page, '理由', '使用單位通報異常');
    await page.getByText('期間所有請求一律不予回覆').waitFor();
    await lookAt(walker);
    await press(page, '提出恢復');
    await note(page, '理由', '查明為壓力測試');
    await page.getByText('專責人員已提出恢復').waitFor();
    expect(await page.getByRole('button', { name: '確認恢復' }).isDisabled()).toBe(true);
    await picture(walker, 'suspended');
  });
  await as('supervisor1', async ({ page }) => {
    await page.goto(service);
    await press(page, '確認恢復');
    await note(page, '說明', '');
    await page.getByText('使用中').first().waitFor();
  });
});

test('a page that somebody overtook says so and reads again', () =>
  as('keeper', async (late) => {
    const { page } = late;
    await goTo(late, service);
    await page.getByRole('button', { name: '暫停使用' }).waitFor();
    await as('supervisor1', async ({ page: other }) => {
      await other.goto(service);
      await press(other, '暫停使用');
      await note(other, '理由', '查核中');
      await other.getByText('期間所有請求一律不予回覆').waitFor();
    });
    await press(page, '暫停使用');
    await note(page, '理由', '重複的暫停');
    await page.getByText('目前狀態不能執行這個動作').waitFor();
    await expectAccessible(late);
    await press(page, '重新讀取');
    await page.getByText('期間所有請求一律不予回覆').waitFor();
    expect(late.complaints.splice(0)).toEqual([expect.stringContaining('409')]);
  }));

test('the half-yearly review: idle addresses are ticked, removed and signed; the printed record holds no control', async () => {
  await growOld();
  await as('keeper', async (walker) => {
    const { page } = walker;
    await goTo(walker, '/address-review');
    await page.getByText('閒置').first().waitFor();
    await lookAt(walker);
    expect(await page.getByRole('button', { name: '移除並簽署' }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: '全部勾選' }).press('Space');
    await picture(walker, 'review');
    await press(page, '移除並簽署');
    const password = page.getByLabel('再次輸入密碼');
    await password.fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('密碼不正確').waitFor();
    await expectAccessible(walker);
    await password.fill(account('keeper').password);
    await page.keyboard.press('Enter');
    await page.getByText('本期已完成清查').first().waitFor();
    await page.getByRole('heading', { name: /清查紀錄：/ }).waitFor();
    await lookAt(walker);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    await page.getByText('專責人員簽章').waitFor();
    await picture(walker, 'review-print');
    expect(walker.complaints.splice(0)).toEqual([expect.stringContaining('400')]);
  });
});

test('an auditor sees it all, acts on nothing, and opens the record behind each event', () =>
  as('auditor3', async (walker) => {
    const { page } = walker;
    await goTo(walker, service);
    await page.getByText('不辦理申請與設定').waitFor();
    expect(await page.getByRole('button', { name: '暫停使用' }).count()).toBe(0);
    await lookAt(walker);
    await page.getByText('清查移除位址').waitFor();
    await page
      .getByRole('link', { name: /開啟紀錄/ })
      .first()
      .press('Enter');
    await page.getByText('本次調閱已留存紀錄').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'NV-4.2.5' }).waitFor();
    const { code, stdout } = await runCommand(data.path, ['verify', '--json']);
    expect([code, JSON.parse(stdout).intact]).toEqual([0, true]);
  }));

/** Eight months pass for every service: the clock of a real program can't be moved. */
async function growOld(): Promise<void> {
  const postgres = await joinPostgres({ dataDirectory: data.path, databaseUrl: undefined });
  const client = new pg.Client({ connectionString: withDatabase(postgres.url, 'mingcha') });
  await client.connect();
  await client.query("update client_service_event set at = at - interval '8 months'");
  await client.end();
  await postgres.stop();
}
