import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { variantPairs } from './name-variants.ts';
import { maxNameLength, normaliseName } from './normalise-name.ts';

test.each([
  ['王小明', '王小明'],
  [' 王　小\u200b明\ufeff', '王小明'],
  ['王小明\udb40\udd00', '王小明'],
  ['王\n小\t明\u0000', '王小明'],
  ['温台生', '溫臺生'],
  ['黄秀峯', '黃秀峰'],
  ['吴羣', '吳群'],
  ['\uf90a', '金'],
  ['林\ufa19龍', '林神龍'],
  ['㨗', '捷'],
  ['𠮷田', '𠮷田'],
  ['王\ue000', '王\ue000'],
  ['\udb80\udc00', '\udb80\udc00'],
  ['Ｋｏｌａｓ　Ｙｏｔａｋａ', 'KOLASYOTAKA'],
  ['Kolas yotaka', 'KOLASYOTAKA'],
  ['Lo\u0301pez', 'L\u00d3PEZ'],
  ['アベ', 'アベ'],
  ['ｱﾍﾞ', 'アベ'],
])('%j is compared as %j', (text, name) => {
  expect(normaliseName(text)).toBe(name);
});

test.each([...'·‧・．•･⋅∙˙﹒․'])('a name of parts with %s between them is the name without', (dot) => {
  expect(normaliseName(`伊夕${dot}瓦歷斯`)).toBe('伊夕瓦歷斯');
  expect(normaliseName(`Icyang ${dot} Parod`)).toBe('ICYANGPAROD');
});

test.each(['', ' ', '\u3000\u200b', '‧', '\u0000', '\ud800', '王\udc00'])('%j is no name', (text) => {
  expect(normaliseName(text)).toBeUndefined();
});

test('what is too long is no name, after the spaces and before them', () => {
  const seven = '\ufdfa'.repeat(7); // one code that Unicode writes out in fifteen letters
  for (const text of ['王'.repeat(101), ' '.repeat(401), `王${' '.repeat(400)}`, seven, '王 '.repeat(1_000_000)])
    expect(normaliseName(text)).toBeUndefined();
});

test('a hundred characters are a name, of two code units each too', () => {
  for (const one of ['王', '𠮷', 'A']) expect(normaliseName(one.repeat(maxNameLength))).toBe(one.repeat(maxNameLength));
  for (const one of ['𠮷', 'A']) expect(normaliseName(one.repeat(maxNameLength + 1))).toBeUndefined();
});

describe('the table', () => {
  test.each(variantPairs)('%s is compared as %s, alone and in a name of any kind', (variant, standard) => {
    expect(normaliseName(variant)).toBe(standard);
    expect(normaliseName(`A${variant}`)).toBe(`A${standard}`);
    expect(normaliseName(standard)).toBe(standard);
  });

  test('each row is two single characters, each variant stands once, and no standard form is a variant', () => {
    const variants = variantPairs.map(([variant]) => variant);
    expect(new Set(variants).size).toBe(variantPairs.length);
    for (const [variant, standard] of variantPairs) {
      expect([Array.from(variant).length, Array.from(standard).length]).toEqual([1, 1]);
      expect(variants).not.toContain(standard);
    }
  });

  test('each standard form is a character of Big5', () => {
    const big5 = new Set<string>();
    const decoder = new TextDecoder('big5');
    for (let high = 0xa4; high <= 0xf9; high += 1)
      for (let low = 0x40; low <= 0xfe; low += 1) big5.add(decoder.decode(Uint8Array.of(high, low)));
    expect(variantPairs.filter(([, standard]) => !big5.has(standard))).toEqual([]);
  });

  // Written alike, sounding alike or simplified to one another, and borne by different people.
  const apart =
    '昇升 珮佩 勛勳 甯寧 堃坤 鑑鑒 咏詠 邨村 后後 里裡 余餘 范範 万萬 証證 浜濱 于於 游遊 鍾鐘 凃涂 涂塗 岳嶽 雲云 喆哲 晧皓 燿耀 修脩 采彩 彬斌 濬浚 麐麟 珪圭 岩巖 睿叡 姜薑 沈沉';
  test.each(apart.split(' '))('%s are two names', (pair) => {
    const [one = '', other = ''] = Array.from(pair);
    expect(normaliseName(one)).not.toBe(normaliseName(other));
  });
});

describe('whatever the name', () => {
  const anyName = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: fc.constantFrom(...'台臺温·. \u3000\u200baéß\u0301\u0307\u0345ŉΐｶﾞ각ᄀ\ufe0f\uf90a\ue000'), maxLength: 12 }),
  );

  test('normalised twice is normalised once, and what does not show makes no difference', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom(' ', '\u3000', '\u200b', '·', '\u0000'), (text, unseen) => {
        const name = normaliseName(text);
        if (name === undefined) return;
        expect(normaliseName(name)).toBe(name);
        expect(normaliseName(unseen + name + unseen)).toBe(name);
        expect(Array.from(name).length).toBeLessThanOrEqual(maxNameLength);
      }),
      { numRuns: 2_000 },
    );
  });

  test('every character there is, alone', () => {
    const unstable: string[] = [];
    // Beyond the third plane there is nothing but private use and the tags and selectors of plane 14.
    for (let code = 0; code <= 0xe01ff; code = code === 0x3ffff ? 0xe0000 : code + 1) {
      const name = normaliseName(String.fromCodePoint(code));
      if (name !== undefined && normaliseName(name) !== name) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  test('ideographs by their codes and by the general reader: one answer', () => {
    const ideograph = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
    const character = fc.oneof(ideograph, fc.constantFrom(...variantPairs.flat()));
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 1, maxLength: 8 }), (name) => {
        expect(normaliseName(`${name} `)).toBe(normaliseName(name));
      }),
    );
  });
});
