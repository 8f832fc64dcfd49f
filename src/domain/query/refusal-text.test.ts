import { expect, test } from 'vitest';
import { exampleRegulation } from '../../../test/support/example-regulation.ts';
import { refusalCodes } from '#domain/regulations';
import { refusalText } from './refusal-text.ts';

/** Every character of Big5, as the Encoding Standard maps it. */
const big5 = new Set<string>();
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) big5.add(new TextDecoder('big5').decode(Uint8Array.of(lead, trail)));
}

test.each(refusalCodes)('%s has a text of why and one of the next step, in characters that every office can print', (code) => {
  const text = refusalText(code, exampleRegulation);
  expect(text.match(/。/g)).toHaveLength(2);
  expect(text).toMatch(/請[^。]+。$/);
  for (const character of text) expect(/[\x20-\x7e]/.test(character) || big5.has(character)).toBe(true);
  expect(text).not.toMatch(/数据|數據|登錄|用戶|信息|網絡|文件夾|默認|賬/);
});

test('the texts give the figures of the regulation', () => {
  expect(refusalText('outside-office-hours', exampleRegulation)).toContain('08:00 至 18:00');
  const without = { ...exampleRegulation, settings: { ...exampleRegulation.settings, officeHours: null } };
  expect(refusalText('outside-office-hours', without)).toMatch(/請於辦公時間查詢。$/);
  expect(refusalText('password-too-old', exampleRegulation)).toContain('3 個月');
});
