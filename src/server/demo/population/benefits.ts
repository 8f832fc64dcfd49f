// Invented benefit payments that follow from a working life. Amounts are the law's share of the insured salary at the time:
// 勞工保險條例 32 (birth, two months), 35 (sickness, half a day's salary a day), 62 (a parent's or spouse's funeral, three months),
// 勞工職業災害保險及保護法 42 (work injury, 70 %), 就業保險法 16 (unemployment, 60 % for up to 6 months, 9 from 45 on) and 19-2 (parental leave,
// 60 %, to which 20 % came in 110-07). Averages over months are simplified to the salary on the day.
import type { SeededRandom } from '../seeded-random.ts';
import { ageOn, dayNumber } from './day-number.ts';
import type { InsuredPeriod } from './insured-history.ts';
import type { DemoPerson } from './persons.ts';

export interface BenefitPayment {
  readonly kind: string;
  readonly amount: number;
  /** Day number. */
  readonly paidOn: number;
}

const MONTH_DAYS = 30;
const PARENTAL_RAISED = dayNumber(2021, 7, 1);

export function inventBenefits(
  random: SeededRandom,
  person: DemoPerson,
  periods: readonly InsuredPeriod[],
  today: number,
): BenefitPayment[] {
  if (periods.length === 0) return [];
  const payments = [
    ...unemployment(random, person, periods, today),
    ...(person.sex === 'woman' ? births(random, person, periods) : []),
    ...single(random, periods, {
      share: 0.06,
      kind: '普通傷病給付',
      amount: (salary) => Math.round((salary / MONTH_DAYS) * random.integer(7, 60) * 0.5),
    }),
    ...single(random, periods, {
      share: 0.03,
      kind: '職業傷病給付',
      amount: (salary) => Math.round((salary / MONTH_DAYS) * random.integer(10, 90) * 0.7),
    }),
    ...single(random, periods, { share: 0.1, kind: '家屬死亡喪葬津貼', amount: (salary) => salary * 3 }),
  ];
  return payments.filter(({ paidOn }) => paidOn <= today).toSorted((one, other) => one.paidOn - other.paidOn);
}

function unemployment(random: SeededRandom, person: DemoPerson, periods: readonly InsuredPeriod[], today: number): BenefitPayment[] {
  return periods.flatMap((period, index) => {
    if (period.until === null || period.unit.endsWith('職業工會')) return [];
    const next = periods[index + 1]?.from ?? today;
    const months = Math.floor((next - period.until) / MONTH_DAYS);
    const age = ageOn(person.birth, period.until);
    if (months < 2 || age >= 60 || !random.chance(0.12)) return [];
    const most = random.integer(2, age >= 45 ? 9 : 6);
    const amount = Math.round(period.salary * 0.6);
    return monthly(period.until + 20, Math.min(months, most)).map((paidOn) => ({ kind: '失業給付', amount, paidOn }));
  });
}

function births(random: SeededRandom, person: DemoPerson, periods: readonly InsuredPeriod[]): BenefitPayment[] {
  const payments: BenefitPayment[] = [];
  let age = random.integer(23, 32);
  for (let child = random.integer(0, 2); child > 0; child -= 1) {
    const born = person.birth + Math.floor(age * 365.25) + random.integer(0, 360);
    const salary = salaryOn(periods, born);
    if (salary !== undefined) {
      payments.push({ kind: '生育給付', amount: salary * 2, paidOn: born + 30 });
      const rate = born >= PARENTAL_RAISED ? 0.8 : 0.6;
      const leave = random.chance(0.45) ? monthly(born + 100, random.integer(2, 6)) : [];
      payments.push(...leave.map((paidOn) => ({ kind: '育嬰留職停薪津貼', amount: Math.round(salary * rate), paidOn })));
    }
    age += random.integer(2, 4);
  }
  return payments;
}

interface Event {
  /** Of the insured to whom it happens once. */
  readonly share: number;
  readonly kind: string;
  readonly amount: (salary: number) => number;
}

function single(random: SeededRandom, periods: readonly InsuredPeriod[], event: Event): BenefitPayment[] {
  if (!random.chance(event.share)) return [];
  const period = random.pick(periods);
  return [{ kind: event.kind, amount: event.amount(period.salary), paidOn: period.from + random.integer(20, 400) }];
}

function monthly(first: number, months: number): number[] {
  return Array.from({ length: months }, (_, month) => first + month * MONTH_DAYS);
}

function salaryOn(periods: readonly InsuredPeriod[], day: number): number | undefined {
  return periods.find(({ from, until }) => from <= day && (until === null || day <= until))?.salary;
}
