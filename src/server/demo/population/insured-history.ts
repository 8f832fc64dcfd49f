// An invented working life as labour insurance records it: periods with an employer at one insured salary each, never
// overlapping. A change of salary starts a new period: on 1 January when the grade table left it behind (逕予調整), on
// 1 March or 1 September when the employer reports a raise (勞工保險條例 14). What lies before 98 is left out.
import { weighted, type SeededRandom } from '../seeded-random.ts';
import { dayNumber, yearOf } from './day-number.ts';
import type { Employer, Employers } from './employers.ts';
import { FIRST_GRADED_YEAR, gradeFor, gradesOf } from './insured-salary-grades.ts';
import type { DemoPerson } from './persons.ts';

export interface InsuredPeriod {
  readonly unit: string;
  /** Day numbers, both inclusive; `until` null: still insured. */
  readonly from: number;
  readonly until: number | null;
  readonly salary: number;
}

/** How somebody works: days in one employment, days between two, how often the next follows at once. */
interface WorkingLife {
  readonly insuredBy: 'firms' | 'unions';
  readonly employmentDays: readonly [number, number];
  readonly gapDays: readonly [number, number];
  readonly seamless: number;
}

const workingLives = weighted<WorkingLife | null>([
  [{ insuredBy: 'firms', employmentDays: [900, 5_000], gapDays: [5, 120], seamless: 0.6 }, 36],
  [{ insuredBy: 'firms', employmentDays: [120, 1_300], gapDays: [10, 420], seamless: 0.35 }, 34],
  [{ insuredBy: 'firms', employmentDays: [40, 240], gapDays: [40, 260], seamless: 0.05 }, 9],
  [{ insuredBy: 'unions', employmentDays: [700, 4_500], gapDays: [10, 300], seamless: 0.4 }, 11],
  [null, 10], // farmers, civil servants, those who never worked: insured elsewhere or not at all
]);

const FIRST_DAY = dayNumber(FIRST_GRADED_YEAR, 1, 1);
const YEAR_DAYS = 365.25;

export function inventHistory(random: SeededRandom, person: DemoPerson, employers: Employers, today: number): InsuredPeriod[] {
  const life = random.pickWeighted(workingLives);
  const begins = person.birth + Math.floor(random.integer(17, 26) * YEAR_DAYS) + random.integer(0, 300);
  const ends = person.birth + Math.floor(random.integer(54, 67) * YEAR_DAYS) + random.integer(0, 300);
  if (life === null) return [];
  const periods: InsuredPeriod[] = [];
  /** A year's experience is worth this much, against the minimum wage. */
  const growth = random.integer(0, 15) / 1_000;
  // Those at work before our first day come in one by one, not all on that day.
  let day = Math.max(begins, FIRST_DAY + random.integer(0, 900));
  while (day < ends && day <= today) {
    const last = Math.min(day + random.integer(...life.employmentDays), ends) - 1;
    addEmployment(periods, random, random.pick(employers[life.insuredBy]), {
      from: day,
      last,
      today,
      skill: growth * Math.min(Math.max((day - begins) / YEAR_DAYS, 0), 20),
    });
    day = last + 1 + (random.chance(life.seamless) ? 0 : random.integer(...life.gapDays));
  }
  return periods;
}

interface Employment {
  readonly from: number;
  readonly last: number;
  readonly today: number;
  /** What experience adds to the employer's pay. */
  readonly skill: number;
}

function addEmployment(periods: InsuredPeriod[], random: SeededRandom, employer: Employer, { from, last, today, skill }: Employment): void {
  const startYear = yearOf(from);
  const minimum = gradesOf(startYear)[0] ?? 0;
  let period = { from, salary: gradeFor(startYear, Math.floor(minimum * (employer.pay + skill))) };
  const known = Math.min(last, today);
  for (const day of adjustmentDays(from, known)) {
    const salary = adjustedSalary(random, period.salary, day);
    if (salary === period.salary) continue;
    periods.push({ unit: employer.name, ...period, until: day - 1 });
    period = { from: day, salary };
  }
  periods.push({ unit: employer.name, ...period, until: last < today ? last : null });
}

/** After the first day of work, up to `until`. */
function* adjustmentDays(from: number, until: number): Generator<number> {
  for (let year = yearOf(from); year <= yearOf(until); year += 1) {
    for (const month of [1, 3, 9]) {
      const day = dayNumber(year, month, 1);
      if (day > from && day <= until) yield day;
    }
  }
}

function adjustedSalary(random: SeededRandom, salary: number, day: number): number {
  const year = yearOf(day);
  const grades = gradesOf(year);
  if (day === dayNumber(year, 1, 1)) return grades.includes(salary) ? salary : gradeFor(year, salary);
  return random.chance(0.12) ? (grades.find((grade) => grade > salary) ?? salary) : salary;
}
