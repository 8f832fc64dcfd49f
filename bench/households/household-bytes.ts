// A household file of invented people, near the size of real ones: nobody's check digit is meant to hold.

const surnames = Array.from('陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐');
const givenNames = Array.from('明志美玲雅婷俊宏淑芬家豪建惠佳慧文雄秀英怡君冠宇承恩');
const letters = 'MABCDEFGHIJKLNOPQRSTUVWXYZ';

/** @param more another file each: so many names are others */
export function householdBytes(rows: number, more: number): Buffer {
  const lines = ['統一編號,姓名,出生日期,原住民'];
  const of = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
  for (let at = 0; at < rows; at += 1) {
    const id = `${letters[at % 26]}${1 + (at & 1)}${String((at * 7_919 + 13) % 100_000_000).padStart(8, '0')}`;
    const name = at < more ? `新${of(givenNames, more)}` : `${of(surnames, at)}${of(givenNames, at * 3)}${of(givenNames, at * 7 + 1)}`;
    const birth = `${String(19 + (at % 90)).padStart(3, '0')}${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}`;
    lines.push(`${id},${name},${birth},${at % 17 === 0 ? '平地原住民' : ''}`);
  }
  return Buffer.from(`${lines.join('\n')}\n`);
}
