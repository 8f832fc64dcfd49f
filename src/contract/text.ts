// Bounded building blocks of every body and parameter: past this edge, types are trusted.
import { z } from 'zod';

/** Text of 1 to `max` UTF-16 units, without control characters, NUL or lone surrogates. */
export const text = (max: number) =>
  z
    .string()
    .max(max, { error: 'too-long' })
    .refine((value) => value.isWellFormed() && !/[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(value), { error: 'control-character' });

export const nonBlank = (max: number) => text(max).refine((value) => value.trim() !== '', { error: 'blank' });

/** Lower-case code such as `social-assistance`. */
export const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'not-a-code' })
  .max(64);

/** A month, `2026-10`. */
export const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: 'not-a-month' });

/** A whole number as in a URL: digits and nothing that merely converts to one (blank, `0x2`, `1e3`). */
export const digits = z
  .string()
  .regex(/^\d{1,16}$/, { error: 'not-a-number' })
  .pipe(z.coerce.number<string>().int());

/** A record's index in its log, as in a URL. */
export const recordIndex = digits;

/** RFC 3339 instant in UTC. */
export const instant = z.iso.datetime({ offset: true });

/** Calendar day, `2026-10-31`. */
export const day = z.iso.date();

export const programmeParams = z.strictObject({ programme: code });
export const monthParams = z.strictObject({ programme: code, month });
export const recordParams = z.strictObject({ programme: code, index: recordIndex });

/** A password as typed: any well-formed characters, so that no rule here gives away what is right. */
export const password = z
  .string()
  .min(1)
  .max(128)
  .refine((value) => value.isWellFormed(), { error: 'control-character' });
