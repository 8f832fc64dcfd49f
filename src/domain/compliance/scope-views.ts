// Whom and what a regulation concerns, in words: roles, purposes with what they need, conditions of a query, parameters.
import type { ClauseId, RefusalCode, Regulation, Source, SettingName, Wording } from '#domain/regulations';
import { actorName } from './actor-name.ts';
import { comparedWithNames, refusalNames, settingNames } from './names.ts';
import { listed, samplingWords, settingWords } from './words.ts';

export interface RoleView {
  readonly role: string;
  readonly clause: ClauseId;
  readonly name: Wording;
  readonly holders: Wording;
  /** Blank: it may stand beside any other. */
  readonly mayNotAlsoBe: Wording;
}

export interface PurposeView {
  readonly code: string;
  readonly clause: ClauseId;
  readonly name: string;
  readonly basis: Wording;
  readonly needs: readonly { readonly operation: string; readonly fields: readonly string[] }[];
}

export interface ConditionView {
  readonly code: RefusalCode;
  readonly clause: ClauseId;
  readonly name: Wording;
}

export interface ParameterView {
  readonly code: string;
  readonly clause: ClauseId;
  readonly name: Wording;
  readonly value: Wording;
  /** Why we set it where the text leaves it open; null: the text states it. */
  readonly reason: Wording | null;
}

export function reasonOf(source: Source): Wording | null {
  return source.source === 'text' ? null : source.reason;
}

export function roleViews(regulation: Regulation): RoleView[] {
  return regulation.roles.map(({ role, clause, holders, mayNotAlsoBe }) => ({
    role,
    clause,
    name: actorName(regulation, role),
    holders: holders === 'one' ? { zh: '限一名', en: 'one at a time' } : { zh: '不限人數', en: 'any number' },
    mayNotAlsoBe: listed(mayNotAlsoBe.map((other) => actorName(regulation, other))),
  }));
}

export function purposeViews({ purposes, legalBases, operations }: Regulation): PurposeView[] {
  return purposes.map(({ code, clause, name, basis, needs }) => {
    const law = basis.kind === 'law' ? (legalBases.find((each) => each.code === basis.code)?.name ?? basis.code) : undefined;
    return {
      code,
      clause,
      name,
      basis: law === undefined ? { zh: '當事人書面同意', en: "the citizen's signed consent" } : { zh: law, en: law },
      needs: operations
        .map((operation) => ({
          operation: operation.name,
          fields: operation.fields.filter((field) => needs.includes(field.code)).map((field) => field.name),
        }))
        .filter(({ fields }) => fields.length > 0),
    };
  });
}

export function conditionViews({ refusals }: Regulation): ConditionView[] {
  const codes = Object.keys(refusalNames) as RefusalCode[]; // the keys of the type, in the order of refusals
  return codes.flatMap((code) => {
    const clause = refusals[code];
    return clause === undefined ? [] : [{ code, clause, name: refusalNames[code] }];
  });
}

/** Settings, then how queries are checked afterwards: by a sample or row by row. */
export function parameterViews({ settings, sampling, comparison }: Regulation): ParameterView[] {
  const names = Object.keys(settingNames) as SettingName[]; // the keys of the type
  const rows: ParameterView[] = names.flatMap((code) => {
    const [setting, value] = [settings[code], settingWords(settings, code)];
    return setting === null || value === undefined
      ? []
      : [{ code, clause: setting.clause, name: settingNames[code], value, reason: reasonOf(setting) }];
  });
  if (sampling !== null)
    rows.push({
      code: 'sampling',
      clause: sampling.clause,
      name: { zh: '抽查比率', en: 'audit sample' },
      value: samplingWords(sampling),
      reason: null,
    });
  if (sampling !== null && sampling.barsPreviousAuditor !== null)
    rows.push({
      code: 'previous-auditor',
      clause: sampling.barsPreviousAuditor,
      name: { zh: '查核人員輪替', en: 'rotation of auditors' },
      value: { zh: '同一查核人員不得連續查核同一人', en: 'nobody audits the same person twice in a row' },
      reason: null,
    });
  if (comparison !== null) {
    const against = comparedWithNames[comparison.against];
    rows.push({
      code: 'comparison',
      clause: comparison.clause,
      name: { zh: '逐筆核對', en: 'row by row comparison' },
      value: { zh: `每筆查詢紀錄與${against.zh}核對`, en: `every row of the query log against ${against.en}` },
      reason: null,
    });
  }
  return rows;
}
