// The invented people as the civil affairs department and the business units would send them: a household file and three status lists.
import { formatDay, yearOf } from '../population/day-number.ts';
import { DEMO_SEED, inventPersons, type DemoPerson } from '../population/persons.ts';
import { seededRandom } from '../seeded-random.ts';

export interface DemoFile {
  readonly kind: 'household' | 'elderly-living-alone' | 'disability' | 'low-income';
  readonly csv: string;
}

const INDIGENOUS_SHARE = 0.06;
const OLD_AT = 65;
const shares = { 'elderly-living-alone': 0.08, disability: 0.06, 'low-income': 0.03 } as const;

/** @param asOf `2026-10-31` */
export function demoHouseholdFiles(persons: number, asOf: string): DemoFile[] {
  const people = [...inventPersons(DEMO_SEED, persons)].map((person) => ({ person, ...inventStatuses(person, Number(asOf.slice(0, 4))) }));
  const listed = (kind: keyof typeof shares): DemoFile => ({
    kind,
    csv: lines(['統一編號'], people.filter((one) => one[kind]).map(({ person }) => [person.nationalId])), // prettier-ignore
  });
  const rows = people.map(({ person, indigenous }) => [person.nationalId, person.name, rocDay(person.birth), indigenous]);
  return [
    { kind: 'household', csv: lines(['統一編號', '姓名', '出生日期', '原住民'], rows) },
    listed('elderly-living-alone'),
    listed('disability'),
    listed('low-income'),
  ];
}

function inventStatuses(person: DemoPerson, year: number) {
  // A stream of their own, so that nobody's insured life changes by them.
  const random = seededRandom(DEMO_SEED, `status ${person.nationalId}`);
  const isOld = year - yearOf(person.birth) > OLD_AT;
  return {
    indigenous: random.chance(INDIGENOUS_SHARE) ? random.pick(['平地原住民', '山地原住民']) : '',
    disability: random.chance(shares.disability),
    'low-income': random.chance(shares['low-income']),
    'elderly-living-alone': random.chance(shares['elderly-living-alone']) && isOld,
  };
}

/** `0750102` */
function rocDay(day: number): string {
  const [year, month, date] = formatDay(day).split('-');
  return `${String(Number(year) - 1911).padStart(3, '0')}${month}${date}`;
}

function lines(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
