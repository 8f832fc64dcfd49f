// What a row of each labour-insurance operation must be, strictly: one unknown key, impossible day or negative amount
// and the whole reply is refused. The keys are the field codes of the wire.
import { z } from 'zod';
import type { LabourInsuranceOperation, ProviderRow } from './provider.ts';

/** More rows than a working life can fill. */
export const ROW_LIMIT = 500;
/** Longer than any name of an employer or a benefit. */
export const TEXT_LIMIT = 100;

const text = z
  .string()
  .min(1)
  .max(TEXT_LIMIT)
  .refine((value) => value.isWellFormed() && !/[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(value));
/** New Taiwan dollars, whole; the ceiling is that of a 32-bit integer, which no single payment comes near. */
const dollars = z.int().min(0).max(2_147_483_647);
/** A day that exists, and that labour insurance (since 1950) can know of. */
const day = z.iso.date().refine((value) => value >= '1950-01-01' && value <= '2199-12-31');

const insuredPeriod = z
  .strictObject({ 'insured-unit': text, 'insured-from': day, 'insured-until': day.nullable(), 'insured-salary': dollars })
  .refine((row) => row['insured-until'] === null || row['insured-until'] >= row['insured-from']);
const benefitPayment = z.strictObject({ 'benefit-kind': text, 'benefit-amount': dollars, 'benefit-paid-on': day });
const pension = z.strictObject({ 'pension-kind': text, 'pension-monthly': dollars });

const rowsOf = {
  'insured-history': z.array(insuredPeriod).max(ROW_LIMIT),
  'benefit-payments': z.array(benefitPayment).max(ROW_LIMIT),
  'pension-status': z.array(pension).max(ROW_LIMIT),
} as const satisfies Record<LabourInsuranceOperation, z.ZodType>;

/** The rows when every one of them is what the operation promises; undefined otherwise, and never a word about which. */
export function checkRows(operation: LabourInsuranceOperation, rows: unknown): readonly ProviderRow[] | undefined {
  const checked = rowsOf[operation].safeParse(rows);
  return checked.success ? checked.data : undefined;
}
