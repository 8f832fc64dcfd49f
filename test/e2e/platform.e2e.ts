// The verification platform's own pages in a real browser against the real program: verification by hand, how the service is used, and
// household files from three files on a disk to the switch. By keyboard, at both widths, looked at by axe.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinPostgres, withDatabase } from '#server/platform';
import { launchBrowser } from '../support/browser.ts';
import { expectAccessible, goTo, lookAt, openPage, signIn, type Walker } from '../support/page-walk.ts';
import { demoAccountsOf, type DemoAccount } from '../support/program-client.ts';
import { createDataDirectory, runCommand, startProgram, type RunningProgram } from '../support/run-program.ts';
import { until } from '../support/until.ts';

let data: Awaited<ReturnType<typeof createDataDirectory>>;
let program: RunningProgram;
let browser: Browser;
let accounts: Map<string, DemoAccount>;
const today = Temporal.Now.plainDateISO('Asia/Taipei');
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

async function as(login: string, work: (walker: Walker) => Promise<void>): Promise<void> {
  const walker = await openPage(browser, program.url);
  try {
    await signIn(walker, accounts.get(login) ?? expect.fail(`no account ${login}`));
    await work(walker);
    expect(walker.complaints).toEqual([]);
  } finally {
    await walker.close();
  }
}

async function picture({ page }: Walker, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** Somebody whom the demonstration's household file holds. */
async function findResident(): Promise<string> {
  const postgres = await joinPostgres({ dataDirectory: data.path, databaseUrl: undefined });
  const client = new pg.Client({ connectionString: withDatabase(postgres.url, 'mingcha_provider') });
  await client.connect();
  const { rows } = await client.query<{ national_id: string }>('select national_id from insured_history order by national_id limit 1');
  await client.end();
  await postgres.stop();
  return rows[0]?.national_id ?? expect.fail('nobody is invented');
}

async function tick(page: Page, name: string): Promise<void> {
  await page.getByRole('checkbox', { name }).focus();
  await page.keyboard.press('Space');
}

describe('verification by hand', () => {
  test('the officer asks by keyboard; the answer is hidden first, watermarked, with a receipt; what is compared asks its claim', () =>
    as('officer', async (walker) => {
      const { page } = walker;
      await goTo(walker, '/verifications');
      await lookAt(walker);
      expect(await page.getByLabel('案號').evaluate((field) => field === document.activeElement)).toBe(true);
      await page.keyboard.type('社助-115-000123');
      await page.getByLabel('查詢事由').fill('低收入戶資格審查');
      await page.getByLabel('被驗證者身分證統一編號').fill(await findResident());
      await tick(page, '設籍本縣');
      await page.getByLabel('出生日期', { exact: true }).fill('100102');
      await page.keyboard.press('Enter');
      await page.getByText('mingcha-receipt-v1.').first().waitFor();
      expect(await page.getByRole('checkbox', { name: '出生日期相符' }).isChecked()).toBe(true);
      expect(await page.locator('.claim-answer').count()).toBe(0);
      await lookAt(walker);
      await page.getByRole('button', { name: '顯示資料' }).press('Enter');
      expect(await page.locator('.claim-answers > div').allInnerTexts()).toEqual(
        expect.arrayContaining([expect.stringMatching(/設籍本縣\s+是/), expect.stringMatching(/出生日期相符\s+否/)]),
      );
      await expectAccessible(walker);
      await picture(walker, 'verification');
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByText('密件', { exact: true }).isVisible()).toBe(true);
      expect(await page.getByLabel('案號').isVisible()).toBe(false);
    }));

  test('without a case number it is refused by its clause and recorded; a wrong check digit warns, and what is missing takes the focus', () =>
    as('keeper', async (walker) => {
      const { page } = walker;
      await goTo(walker, '/verifications');
      const subject = page.getByLabel('被驗證者身分證統一編號');
      await subject.fill('A123456788');
      await subject.press('Enter');
      await page.getByText('檢查碼不符').waitFor();
      await page.getByText('請至少勾選一個驗證項目').waitFor();
      await tick(page, '低收入戶');
      await subject.press('Enter');
      const refusal = page.getByRole('alert');
      await refusal.getByRole('link', { name: 'NV-4.2.1' }).first().waitFor();
      expect(await subject.inputValue()).toBe('A123456788');
      await page.getByText('本次驗證已留存紀錄').waitFor();
      await lookAt(walker);
    }));

  test('is closed to the supervisor, with its reason, and unknown to those who query another agency', async () => {
    await as('supervisor1', async (walker) => {
      await walker.page.getByText('由專案承辦人員與專責人員辦理').waitFor();
      await walker.page.goto('/verifications');
      await walker.page.waitForURL('**/services');
    });
    await as('user1', async ({ page }) => {
      for (const path of ['/verifications', '/service-use', '/households']) {
        await page.goto(path);
        await page.getByRole('button', { name: '登出' }).waitFor();
        expect(await page.getByRole('heading', { name: /人工驗證|驗證使用情形|戶籍資料匯入/ }).count()).toBe(0);
      }
    });
  });
});

test('the use of the service shows what was verified and refused, in plots and in a table', () =>
  as('supervisor1', async (walker) => {
    const { page } = walker;
    await goTo(walker, '/service-use');
    await page.getByText('近 30 日沒有異常發現').waitFor();
    // Counts are written every few seconds.
    await until('the verifications are counted', async () => {
      await page.getByRole('button', { name: '重新讀取' }).press('Enter');
      return (await page.getByRole('row', { name: /人工驗證/ }).count()) > 0;
    });
    await page.getByRole('radio', { name: '今日' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('img', { name: /24 個時段的長條圖：已回覆共 1 筆，不得查詢共 1 筆/ }).waitFor();
    await page.getByText('以表格檢視').press('Enter');
    expect(await page.getByRole('table', { name: '每小時驗證筆數' }).getByRole('row').count()).toBe(25);
    await page.getByRole('row', { name: /出生日期相符/ }).waitFor();
    await lookAt(walker);
    await picture(walker, 'service-use');
  }));

describe('household files', () => {
  const files = (stem: string) => ['age', 'manifest.json', 'manifest.sig'].map((ending) => join(data.path, `${stem}.${ending}`));

  /** @param letter of the ids: what makes persons of one file others than those of another */
  async function pack(stem: string, letter: string, recipient: string): Promise<void> {
    const csv = join(data.path, `${stem}.csv`);
    const persons = Array.from({ length: 500 }, (_, row) => `${letter}1${String(row).padStart(8, '0')},王小明,75/01/02,否`);
    await writeFile(csv, ['統一編號,姓名,出生日期,原住民', ...persons, ''].join('\n'));
    const given = ['--csv', csv, '--kind', 'household', '--period', today.toString().slice(0, 7), '--as-of', today.toString()];
    const keys = ['--sender', join(data.path, 'demo-household-sender.key'), '--recipient', recipient, '--out', join(data.path, stem)];
    const packed = await runCommand(data.path, ['household', 'pack', ...given, ...keys]);
    expect(packed.code, packed.stderr).toBe(0);
  }

  beforeAll(async () => {
    const recipient = (await runCommand(data.path, ['household', 'identity'])).stdout.trim();
    await Promise.all([pack('first', 'B', recipient), pack('second', 'C', recipient)]);
  });

  async function choose({ page }: Walker, chosen: readonly string[]): Promise<void> {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '選擇檔案' }).press('Enter')]);
    await chooser.setFiles([...chosen]);
  }

  test('one is chosen, its upload cut off and gone on with, tried, imported, confirmed; the raw file is gone', async () => {
    await as('keeper', async (walker) => {
      const { page } = walker;
      await goTo(walker, '/households');
      await page
        .getByRole('row', { name: /戶籍資料檔/ })
        .first()
        .waitFor();
      await lookAt(walker);
      await choose(walker, [join(data.path, 'first.csv'), ...files('first').slice(1)]);
      await page.getByText('這個檔案沒有以 age 加密').waitFor();
      await page.getByText('三個檔案都選好後才能上傳').waitFor();
      await expectAccessible(walker);
      await choose(walker, files('first').slice(0, 1));
      const send = page.getByRole('button', { name: '上傳並試匯入' });
      await page.route('**/file?offset=0', (route) => route.abort(), { times: 1 });
      await send.press('Enter');
      await page.getByText('連不上系統').waitFor();
      expect(walker.complaints.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
      await send.press('Enter');
      await page.getByRole('button', { name: '正式匯入' }).waitFor();
      await page.getByText('超過一般幅度').waitFor();
      await page.getByText(/筆的統一編號檢查碼不符，仍予匯入/).waitFor();
      await lookAt(walker);
      await picture(walker, 'household-trial');
      await page.getByRole('button', { name: '正式匯入' }).press('Enter');
      await page.getByRole('alertdialog').waitFor();
      await expectAccessible(walker);
      await page.getByRole('alertdialog').getByRole('button', { name: '正式匯入' }).press('Enter');
      await page.getByRole('button', { name: '確認切換' }).waitFor();
      await expectAccessible(walker);
      await page.getByRole('button', { name: '確認切換' }).press('Enter');
      await page.getByRole('alertdialog').getByRole('button', { name: '確認切換' }).press('Enter');
      await page.getByText('這份資料目前用於驗證').waitFor();
      await expectAccessible(walker);
      await page
        .getByRole('link', { name: /開啟紀錄/ })
        .last()
        .click();
      await page.getByText('覆寫後刪除').waitFor();
      await goTo(walker, '/households');
      await page.getByRole('row', { name: /戶籍資料檔.*當日資料.*500/ }).waitFor();
      expect(await page.getByRole('row', { name: /已被取代/ }).count()).toBe(1);
      await lookAt(walker);
      await picture(walker, 'households');
    });
  });

  test('one that was imported before is refused by its clause; one that is tried can be given up', async () => {
    await as('keeper', async (walker) => {
      const { page } = walker;
      await goTo(walker, '/households');
      await choose(walker, files('first'));
      await page.getByRole('button', { name: '上傳並試匯入' }).press('Enter');
      await page.getByRole('alert').getByText('已匯入過').waitFor();
      expect(walker.complaints.splice(0)).toEqual([expect.stringContaining('422')]);
      await choose(walker, files('second'));
      await page.getByRole('button', { name: '上傳並試匯入' }).press('Enter');
      await page.getByRole('button', { name: '放棄這次匯入' }).press('Enter');
      await page.getByRole('button', { name: '放棄並銷毀' }).press('Enter');
      await page.getByText('由專責人員放棄').waitFor();
      await lookAt(walker);
    });
  });

  test('others see what serves and was imported, and why importing is not theirs', () =>
    as('auditor3', async (walker) => {
      const { page } = walker;
      await goTo(walker, '/households');
      await page.getByText('由專責人員匯入', { exact: true }).waitFor();
      expect(await page.getByRole('button', { name: '選擇檔案' }).isDisabled()).toBe(true);
      await lookAt(walker);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Household data' }).waitFor();
      await expectAccessible(walker);
    }));
});
