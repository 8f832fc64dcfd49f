// What taoyuan-webir makes due: by the calendar, and when something happens.
import type { DutyRule, EventRule } from '#domain/regulations';
import { periodicallyIsHalfYearly } from './default-settings.ts';

export const taoyuanWebirDuties: readonly DutyRule[] = [
  {
    code: 'usage-report',
    clause: 'TY-4.5.3',
    name: '送交前月系統使用及查調內容紀錄',
    per: 'month',
    due: { kind: 'day-of-month-after', day: 10 },
    source: 'text',
    by: 'user',
    through: 'register-comparison',
  },
  {
    code: 'usage-report-audit',
    clause: 'TY-8.1.1',
    name: '稽核前月使用情形報表，送機關首長核閱',
    per: 'month',
    due: { kind: 'day-of-month-after', day: 10 },
    source: 'text',
    by: 'agency-manager',
    through: 'register-comparison',
  },
  {
    code: 'usage-check',
    clause: 'TY-4.4',
    name: '檢查系統使用紀錄及查調內容紀錄',
    per: 'month',
    due: { kind: 'month-after' },
    source: 'text',
    by: 'agency-manager',
    through: 'register-comparison',
  },
  {
    code: 'account-and-query-audit',
    clause: 'TY-8.1.2',
    name: '稽核帳號有效性與查調正當性',
    per: 'half-year',
    due: { kind: 'within' },
    ...periodicallyIsHalfYearly,
    by: 'agency-manager',
    through: 'account-review',
  },
  {
    code: 'on-site-audit',
    clause: 'TY-8.2',
    name: '對使用機關辦理現場稽核',
    per: 'year',
    due: { kind: 'within' },
    source: 'text',
    by: 'auditor',
    through: 'security-audits',
  },
];

export const taoyuanWebirEvents: readonly EventRule[] = [
  {
    code: 'anomaly-report',
    clause: 'TY-4.4',
    name: '查明異常並呈報機關首長',
    on: 'anomaly-found',
    withinDays: 0,
    by: 'agency-manager',
    to: null,
    through: 'findings',
  },
  {
    code: 'provider-audit',
    clause: 'TY-8.2',
    name: '配合勞保局及資訊中心不定期稽核',
    on: 'provider-audit',
    withinDays: null,
    by: 'agency-manager',
    to: 'labour-insurance-bureau',
    through: 'provider-audit',
  },
];
