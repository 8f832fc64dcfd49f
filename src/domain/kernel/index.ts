export { concatBytes, equalBytes, fromBase64, fromBase64Url, fromHex, fromUtf8, toBase64, toBase64Url, toHex, utf8 } from './bytes.ts';
export {
  daysInMonth,
  formatRocDate,
  formatRocLong,
  isCalendarDay,
  isLeapYear,
  isoDate,
  parseDate,
  type CalendarDay,
} from './calendar-day.ts';
export { canonicalJson, maxJsonDepth, type JsonObject, type JsonValue } from './canonical-json.ts';
export { addDays, calendarDayAt, dayCount, dayCountOf, isoDateAt } from './day-count.ts';
export { freezeJson, isFrozenJson } from './frozen-json.ts';
export { FormatError, type FormatCode, type TextPosition } from './format-error.ts';
export { addMonths, isoDateOf, parseIsoDate, type IsoDate } from './iso-date.ts';
export {
  count,
  date,
  keyed,
  keyOf,
  listOf,
  oneOf,
  orNull,
  ShapeError,
  text,
  trueOrFalse,
  type Reader,
  type ShapeCode,
} from './json-shape.ts';
export { maskName, maskNationalId } from './masking.ts';
export { checkNationalId, normaliseNationalId, type NationalIdCheck } from './national-id.ts';
export { parseJsonStrict } from './parse-json-strict.ts';
export { formatRocDateTime, monthInTaipei, taipeiDateTime, type TaipeiDateTime } from './taipei-time.ts';
