// Imports in words: their name, the state's colour, amounts, and what is wrong with a file or a row.
import type { HouseholdImport } from '#contract';
import { judgeDifference } from '#domain/verification';
import type { HouseholdTexts } from '../../texts/index.ts';
import type { Tone } from '../../ui/index.ts';

export const stateTones: Readonly<Record<HouseholdImport['state'], Tone>> = {
  waiting: 'notice',
  loading: 'accent',
  ready: 'notice',
  serving: 'good',
  superseded: 'neutral',
  'dry-run': 'notice',
  refused: 'bad',
  failed: 'bad',
};

/** States in which somebody still has to do something, or the program does. */
export function isUnderWay({ state }: Pick<HouseholdImport, 'state'>): boolean {
  return state === 'waiting' || state === 'loading' || state === 'ready' || state === 'dry-run';
}

/** Encrypted, a file is longer than the CSV in it: what is not longer is not all of it. */
export function isUploaded({ uploadedBytes, bytes }: Pick<HouseholdImport, 'uploadedBytes' | 'bytes'>): boolean {
  return uploadedBytes !== null && uploadedBytes > bytes;
}

/** It would wait for a word before it serves. */
export function isBeyondOrdinary({ loadedRows, came, went, changed }: HouseholdImport): boolean {
  if (loadedRows === null || came === null || went === null || changed === null) return false;
  return judgeDifference({ came, went, changed, same: loadedRows - came - changed }) === 'out-of-proportion';
}

export function nameOfImport({ kind, period }: Pick<HouseholdImport, 'kind' | 'period'>, texts: HouseholdTexts): string {
  return texts.importTitle(texts.kinds[kind], nameOfPeriod(period, texts));
}

export function nameOfPeriod(period: string, texts: HouseholdTexts): string {
  return texts.periodName(Number(period.slice(0, 4)), Number(period.slice(5, 7)));
}

export function written(count: number | null): string {
  return count === null ? '—' : count.toLocaleString('zh-TW');
}

/** `83.2 MB` */
export function writtenBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const;
  const place = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** place;
  return `${value.toLocaleString('zh-TW', { maximumFractionDigits: value < 100 && place > 0 ? 1 : 0 })} ${units[place]}`;
}

export function wordsOfRefusal({ code, field, row }: NonNullable<HouseholdImport['refusal']>, texts: HouseholdTexts): string {
  const reason = (Object.hasOwn(texts.refusals, code) ? texts.refusals[code] : undefined) ?? texts.refusedOther;
  const places = [
    ...(row === undefined ? [] : [texts.refusedRow(written(row))]),
    ...(field === undefined || field === '' ? [] : [texts.refusedField(field)]),
  ];
  return places.length === 0 ? reason : `${reason}（${places.join('、')}）`;
}

export function wordsOfRow(code: string, texts: HouseholdTexts): string {
  const codes: Readonly<Record<string, string>> = texts.rowCodes;
  return (Object.hasOwn(codes, code) ? codes[code] : undefined) ?? texts.rowOther;
}
