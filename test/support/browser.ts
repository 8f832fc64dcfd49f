// The Chromium that npm brings (or the system's, by CHROMIUM_PATH), driven by Playwright. Works as root and as an ordinary user, without a display.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import chromiumBinary from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Unpacked once, beside the packages: a folder in /tmp could belong to another user. */
const unpackFolder = join(import.meta.dirname, '../../node_modules/.cache/chromium');

/** Chromium looks nowhere else than where the tests send it. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/** @param more further switches, such as those of a camera */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] || (await unpack());
  return chromium.launch({ executablePath, headless: true, args: [...quiet, '--lang=zh-TW', ...more] });
}

async function unpack(): Promise<string> {
  mkdirSync(unpackFolder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = unpackFolder;
  try {
    return await chromiumBinary.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
