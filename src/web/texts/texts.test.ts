import { expect, test } from 'vitest';
import { problemTable } from '#contract';
import { refusalNames } from '#domain/compliance';
import { findRegulation } from '#regulations';
import { clients as enClients } from './en.clients.ts';
import { claims as enClaims } from './en.claims.ts';
import { households as enHouseholds } from './en.households.ts';
import { proofs as enProofs } from './en.proofs.ts';
import { regulations as enRegulations } from './en.regulations.ts';
import { serviceUse as enServiceUse } from './en.service-use.ts';
import { verifications as enVerifications } from './en.verifications.ts';
import { en } from './en.ts';
import { clients as zhClients } from './zh-TW.clients.ts';
import { claims as zhClaims } from './zh-TW.claims.ts';
import { households as zhHouseholds } from './zh-TW.households.ts';
import { proofs as zhProofs } from './zh-TW.proofs.ts';
import { regulations as zhRegulations } from './zh-TW.regulations.ts';
import { serviceUse as zhServiceUse } from './zh-TW.service-use.ts';
import { verifications as zhVerifications } from './zh-TW.verifications.ts';
import { zhTW } from './zh-TW.ts';

/** Every text with its place, functions called with a number. */
function texts(value: unknown, place = ''): [place: string, text: string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[`${place}()`, String(value(7, 8))]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${place}.${key}`));
}

/** Every character that Big5 can write, as the Encoding Standard decodes it. */
function big5Characters(): Set<string> {
  const decoder = new TextDecoder('big5', { fatal: true });
  const found = new Set(Array.from({ length: 0x80 }, (_, code) => String.fromCodePoint(code)));
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      try {
        found.add(decoder.decode(Uint8Array.of(lead, trail)));
      } catch {
        // no character at this place
      }
    }
  return found;
}

const chinese = texts({
  ...zhTW,
  clients: zhClients,
  regulations: zhRegulations,
  proofs: zhProofs,
  claims: zhClaims,
  households: zhHouseholds,
  serviceUse: zhServiceUse,
  verifications: zhVerifications,
});
const english = texts({
  ...en,
  clients: enClients,
  regulations: enRegulations,
  proofs: enProofs,
  claims: enClaims,
  households: enHouseholds,
  serviceUse: enServiceUse,
  verifications: enVerifications,
});

test('both languages say the same things', () => {
  expect(english.map(([place]) => place)).toEqual(chinese.map(([place]) => place));
  expect(chinese.length).toBeGreaterThan(200);
});

test('no text is blank', () => {
  expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('Chinese texts keep to the characters of Big5: no Simplified form slips in', () => {
  const big5 = big5Characters();
  expect(big5.has('臺') && !big5.has('数')).toBe(true);
  expect(
    chinese.flatMap(([place, text]) => [...text].filter((character) => !big5.has(character)).map((character) => `${place}: ${character}`)),
  ).toEqual([]);
});

test('words are those of Taiwan', () => {
  const foreign =
    /數據|登陸|文件夾|打印|用戶|賬號|賬戶|網絡|信息|默認|設置|菜單|屏幕|鼠標|字符|刷新|視頻|激活|郵箱|點擊|界面|服務器|數據庫/;
  expect(chinese.filter(([, text]) => foreign.test(text))).toEqual([]);
});

test('punctuation between Chinese characters is full width', () => {
  expect(chinese.filter(([, text]) => /\p{Script=Han}[,;:!?()]|[,;:!?(]\p{Script=Han}/u.test(text))).toEqual([]);
});

test('problems say in Chinese what the wire says', () => {
  const { unreachable: _unreachable, unreadable: _unreadable, ...wire } = zhTW.problems;
  expect(wire).toEqual(Object.fromEntries(Object.entries(problemTable).map(([code, { title, next }]) => [code, { title, next }])));
});

test('refusals are called what the regulations call them', () => {
  expect(zhTW.records.refusals).toEqual(Object.fromEntries(Object.entries(refusalNames).map(([code, { zh }]) => [code, zh])));
  expect(en.records.refusals).toEqual(Object.fromEntries(Object.entries(refusalNames).map(([code, name]) => [code, name.en])));
});

test('claims are called what the regulation calls them', () => {
  const [verify] = findRegulation('nantou-verification')?.operations ?? [];
  expect(zhClaims).toEqual(Object.fromEntries((verify?.fields ?? []).map(({ code, name }) => [code, name])));
});
