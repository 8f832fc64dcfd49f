// Proofs in the hands of somebody without an account: dropped, pasted, photographed from paper, seen by a camera. Each comes from the
// real program, and the verdict from the real page in a real browser.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { crookedPhoto, filmOf } from '../support/take-pictures.ts';
import { expectAccessible, goTo, lookAt, openPage, signIn, type Walker } from '../support/page-walk.ts';
import { demoAccountsOf, queryOver, signInOver, type Acknowledged, type DemoAccount } from '../support/program-client.ts';
import { createDataDirectory, startProgram, type RunningProgram } from '../support/run-program.ts';

let data: Awaited<ReturnType<typeof createDataDirectory>>;
let program: RunningProgram;
let browser: Browser;
let user: DemoAccount;
let answered: Acknowledged;
let proof: string;
let vkey: string;
const pictures = process.env['MINGCHA_PICTURES'];

beforeAll(async () => {
  data = await createDataDirectory();
  program = await startProgram(data.path);
  user = (await demoAccountsOf(data.path)).find(({ login }) => login === 'user1') ?? expect.fail('no user1');
  const session = await signInOver(program.url, user);
  answered = (await queryOver(program.url, session, 'A123456789')) ?? expect.fail('no answer');
  proof = await sealedProof(answered.receipt);
  const { logs } = await api<{ logs: { origin: string; vkeys: string[] }[] }>('/api/v1/logs');
  vkey = logs.find(({ origin }) => origin.endsWith('/nantou-webir'))?.vkeys[0] ?? expect.fail('no key');
  browser = await launchBrowser();
  if (pictures) await mkdir(pictures, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await data?.remove();
});

async function api<T>(path: string, body?: object): Promise<T> {
  const sent = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  return (await (await fetch(new URL(path, program.url), sent)).json()) as T;
}

async function sealedProof(receipt: string): Promise<string> {
  for (let asked = 0; asked < 100; asked += 1) {
    const found = await api<{ state: string; proof?: string }>('/api/v1/proofs', { receipt });
    if (found.proof !== undefined) return found.proof;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return expect.fail('the record was never sealed');
}

/** Somebody without an account, on the page. */
async function visit(work: (walker: Walker) => Promise<void>, by = browser, address = '/verify'): Promise<void> {
  const walker = await openPage(by, program.url);
  try {
    await walker.page.goto(address);
    await walker.page.getByRole('heading', { level: 1, name: '查驗紀錄證明' }).waitFor();
    await work(walker);
    expect(walker.complaints).toEqual([]);
  } finally {
    await walker.close();
  }
}

async function picture(page: Page, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

const verdict = (page: Page, kind: string) => page.locator(`[data-verdict="${kind}"]`).waitFor({ timeout: 20_000 });
const chosen = (page: Page) => page.locator('input[type=file]');
const textFile = (text: string, name = 'record.tlog-proof') => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

describe('a proof', () => {
  test('pasted, by keyboard alone, is judged; the page is accessible, wide and narrow, in both languages', () =>
    visit(async (walker) => {
      const { page } = walker;
      await lookAt(walker);
      await picture(page, 'verify');
      await page.keyboard.press('Tab');
      for (let steps = 0; !(await page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement)); steps += 1) {
        expect(steps).toBeLessThan(20);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.insertText(proof);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await verdict(page, 'proven');
      await page.getByText(`${answered.index}`, { exact: true }).waitFor();
      await lookAt(walker);
      await picture(page, 'verify-proven');
      await page.setViewportSize({ width: 390, height: 844 });
      await picture(page, 'verify-narrow');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('This record is in the log').waitFor();
      await expectAccessible(walker);
      await picture(page, 'verify-english');
    }));

  test('dropped as a file; with a byte changed, the part that is wrong is named', () =>
    visit(async (walker) => {
      const { page } = walker;
      await drop(page, proof);
      await verdict(page, 'proven');
      const lines = proof.split('\n');
      const cases = [
        [lines.with(2, 'index x').join('\n'), 'unreadable', '第 3 行'],
        [proof.replace(/\nindex (\d+)\n/, '\nindex 1$1\n'), 'wrong', '證明有誤'],
        [proof.replace(/\n\n(.+)\n(\d+)\n/, '\n\n$1\n1$2\n'), 'wrong', '封存檢查點有誤：簽章不符'],
        ['hello', 'unreadable', '這不是可查驗的證明'],
      ] as const;
      for (const [text, kind, words] of cases) {
        await page.getByRole('button', { name: '全部清除' }).click();
        await drop(page, text);
        await verdict(page, kind);
        await page.getByText(words).waitFor();
      }
      await page.getByRole('button', { name: '全部清除' }).click();
      await drop(page, cases[1][0]);
      await lookAt(walker);
      await picture(page, 'verify-wrong');
    }));

  test('with a key of the visitor’s own: theirs counts, and no other', () =>
    visit(async (walker) => {
      const { page } = walker;
      await chosen(page).setInputFiles(textFile(proof));
      await verdict(page, 'proven');
      await page.getByRole('radio', { name: '我另外取得的金鑰' }).focus();
      await page.keyboard.press('Space');
      const keys = page.getByLabel('驗證金鑰');
      await keys.fill('rubbish');
      await page.getByText('不是驗證金鑰的格式').waitFor();
      await keys.fill('example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx');
      await verdict(page, 'unknown-key');
      await expectAccessible(walker);
      await keys.fill(`${vkey}\n`);
      await verdict(page, 'proven');
      await picture(page, 'verify-own-key');
    }));

  test('a picture without a code, a zip and a file that is no text say what they are', () =>
    visit(async ({ page }) => {
      const files = [
        [{ name: 'a.png', mimeType: 'image/png', buffer: await page.screenshot() }, '找不到可辨識的條碼'],
        [{ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004') }, '整月的證據包'],
        [{ name: 'a.bin', mimeType: '', buffer: Buffer.from([0xff, 0xfe]) }, '不是文字檔'],
      ] as const;
      for (const [file, words] of files) {
        await chosen(page).setInputFiles(file);
        await page.getByText(words).waitFor();
      }
    }));
});

test('a receipt is followed to its proof: from the answer, by a link that tells the server nothing', async () => {
  const walker = await openPage(browser, program.url);
  const { page, context } = walker;
  await signIn(walker, user);
  await page.getByRole('radio', { name: '投保紀錄' }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('案號', { exact: false }).first().fill('社助-115-000123');
  await page.getByLabel('查詢事由').fill('低收入戶資格審查');
  await page.getByLabel('被查詢者身分證統一編號').fill('A123456789');
  await page.keyboard.press('Enter');
  const [opened] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: '查驗收據' }).click()]);
  await verdict(opened, 'proven');
  await opened.getByText('承諾已兌現').waitFor();
  await picture(opened, 'verify-receipt');
  await walker.close();
  await visit(({ page: alone }) => verdict(alone, 'proven'), browser, `/verify#${answered.receipt}`);
});

test('a receipt that the log never gave is no promise', () =>
  visit(async ({ page }) => {
    const at = answered.receipt.lastIndexOf('.') + 10; // within the signature
    const forged = answered.receipt.slice(0, at) + (answered.receipt[at] === 'A' ? 'B' : 'A') + answered.receipt.slice(at + 1);
    await chosen(page).setInputFiles(textFile(forged));
    await verdict(page, 'wrong');
    await page.getByText('收據有誤：簽章不符').waitFor();
  }));

describe('a printed record', () => {
  let sheet: Buffer;
  let code: Buffer;
  /** At 300 dots an inch, as an office scanner takes it. */
  const scannedAt = 300 / 96;

  beforeAll(async () => {
    const walker = await openPage(browser, program.url, { width: 720, height: 1_000 }, scannedAt);
    const { page } = walker;
    await signIn(walker, user);
    await page.addInitScript(() => {
      // The browser's own dialog is not part of the page.
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    // The request, written just before its outcome: it holds case and person.
    await goTo(walker, `/records/${answered.index - 1}`);
    await page.getByRole('button', { name: '列印' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(walker);
    await picture(page, 'record-print-dialog');
    await page.getByRole('radio', { name: '另可核對全部內容' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('dialog').getByRole('button', { name: '列印' }).click();
    await page.locator('body[data-printed]').waitFor();
    await page.emulateMedia({ media: 'print' });
    sheet = await page.screenshot({ fullPage: true });
    code = await page.locator('.record-codes svg').first().screenshot();
    await picture(page, 'record-printed');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    if (pictures) await writeFile(join(pictures, 'record-printed.pdf'), pdf);
    await walker.close();
  });

  test('scanned whole: both codes are read, and the record is what the log holds', () =>
    visit(async (walker) => {
      const { page } = walker;
      await chosen(page).setInputFiles({ name: 'sheet.png', mimeType: 'image/png', buffer: sheet });
      await verdict(page, 'proven');
      await page.getByText('與當時寫入紀錄冊的相同').waitFor();
      await page.getByRole('button', { name: '顯示身分證統一編號' }).click();
      for (const words of ['user1', '投保紀錄', '社助-115-000777', 'A123456789'])
        await page.getByText(words, { exact: true }).first().waitFor();
      await lookAt(walker);
      await picture(page, 'verify-content');
    }));

  test('photographed crooked, and compressed', () =>
    visit(async ({ page }) => {
      const photo = await crookedPhoto(browser, sheet);
      if (pictures) await writeFile(join(pictures, 'record-photo.jpg'), photo);
      await chosen(page).setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
      await verdict(page, 'proven');
    }));

  test('held before a camera', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mingcha-camera-'));
    const file = join(folder, 'camera.y4m');
    await writeFile(file, await filmOf(browser, code));
    const seeing = await launchBrowser([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ]);
    try {
      await visit(async (walker) => {
        const { page } = walker;
        await page.getByRole('button', { name: '用相機掃描' }).click();
        await verdict(page, 'proven');
        expect(await page.getByRole('dialog').count()).toBe(0);
      }, seeing);
    } finally {
      await seeing.close();
      await rm(folder, { recursive: true });
    }
  });
});

async function drop(page: Page, text: string): Promise<void> {
  const transfer = await page.evaluateHandle((content) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([content], 'record.tlog-proof'));
    return dropped;
  }, text);
  await page.locator('.proof-drop').dispatchEvent('drop', { dataTransfer: transfer });
}
