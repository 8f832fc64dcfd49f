// What may be asked of a person, as the regulation (NV-2.4) calls it, in Traditional Chinese.
import type { Claim } from '#domain/verification';

export const claims: Readonly<Record<Claim, string>> = {
  'county-resident': '設籍本縣',
  indigenous: '原住民身分',
  'elderly-living-alone': '獨居老人',
  disability: '身心障礙身分',
  'low-income': '低收入戶',
  'name-matches': '姓名相符',
  'birth-date-matches': '出生日期相符',
};
