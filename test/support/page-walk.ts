// What a person does with the app, and what is looked at on every page: no axe violation, no sideways scrolling, no error
// in the console, no character that the fonts lack.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { DemoAccount } from './program-client.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Walker {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console complained of; a page's own 401 and 403 answers are no complaint. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** @param pixels of the screen, to one of the page */
export async function openPage(browser: Browser, url: string, size = { width: 1440, height: 900 }, pixels = 1): Promise<Walker> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'zh-TW',
    timezoneId: 'Asia/Taipei',
    viewport: size,
    deviceScaleFactor: pixels,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[13]/.test(message.text())) complaints.push(message.text());
  });
  return { page, context, complaints, close: () => context.close() };
}

export async function signIn({ page }: Walker, account: DemoAccount): Promise<void> {
  await page.goto('/');
  await page.getByLabel('帳號', { exact: true }).fill(account.login);
  await page.getByLabel('密碼', { exact: true }).fill(account.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '登出' }).waitFor();
}

export async function goTo({ page }: Walker, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('main h1').waitFor();
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

/** WCAG 2.1 AA, on the page as it stands now: dialogs and menus open are looked at open. */
export async function expectAccessible({ page }: Walker): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const results = (await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`)) as AxeResults;
  const found = results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${String(node.target[0])} ${node.failureSummary ?? ''}`).join(' | ')}`,
  );
  expect(found).toEqual([]);
}

/** The page never scrolls sideways; a wide table scrolls within itself. */
export async function expectFits({ page }: Walker): Promise<void> {
  const [wide, width] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth] as const);
  expect(wide).toBeLessThanOrEqual(width);
}

export async function lookAt(walker: Walker): Promise<void> {
  await expectAccessible(walker);
  const size = walker.page.viewportSize();
  await expectFits(walker);
  await walker.page.setViewportSize({ width: 390, height: 844 });
  await expectFits(walker);
  await expectAccessible(walker);
  if (size) await walker.page.setViewportSize(size);
}
