// The grades of the monthly insured salary (勞工保險投保薪資分級表) for full-time workers.
// 115 (2026) is the table as announced: 勞動部 114-11-21 勞動保2字第1140091863號令, in force from 115-01-01, eleven grades from
// 29,500 to 45,800. Earlier years are SIMPLIFIED: the year's minimum wage of 1 January as the lowest grade and the ladder above it,
// changes within a year and the grades of part-timers and trainees left out, the top of 45,800 from 106 (really 105-05-01).
// A year after the newest table keeps the newest.

const ladder = [
  17_400, 18_300, 19_200, 20_100, 21_000, 21_900, 22_800, 24_000, 25_200, 26_400, 27_600, 28_800, 30_300, 31_800, 33_300, 34_800, 36_300,
  38_200, 40_100, 42_000, 43_900, 45_800,
]; // prettier-ignore

const minimumWage: Readonly<Record<number, number>> = {
  2009: 17_280,
  2010: 17_280,
  2011: 17_880,
  2012: 18_780,
  2013: 18_780,
  2014: 19_047,
  2015: 19_273,
  2016: 20_008,
  2017: 21_009,
  2018: 22_000,
  2019: 23_100,
  2020: 23_800,
  2021: 24_000,
  2022: 25_250,
  2023: 26_400,
  2024: 27_470,
  2025: 28_590,
  2026: 29_500,
};

export const FIRST_GRADED_YEAR = 2009;
const NEWEST_YEAR = 2026;
const TOP_RAISED_IN = 2017;

const tables = new Map(Object.entries(minimumWage).map(([year, minimum]) => [Number(year), tableOf(Number(year), minimum)]));

function tableOf(year: number, minimum: number): readonly number[] {
  const top = year < TOP_RAISED_IN ? 43_900 : 45_800;
  return [minimum, ...ladder.filter((grade) => grade > minimum && grade <= top)];
}

/** Ascending; the first is the minimum wage. */
export function gradesOf(year: number): readonly number[] {
  const grades = tables.get(Math.min(year, NEWEST_YEAR));
  if (!grades) throw new RangeError(`no insured-salary grades before ${FIRST_GRADED_YEAR}`);
  return grades;
}

/** The grade a wage is insured at: the lowest that is not below it, or the top. */
export function gradeFor(year: number, wage: number): number {
  const grades = gradesOf(year);
  return grades.find((grade) => grade >= wage) ?? Math.max(...grades);
}
