// Why nobody may audit somebody, in words for the list of unassigned rows.

export type UnassignedReason =
  | 'no-auditors'
  | 'only-queriers'
  | 'only-themselves'
  | 'only-previous-auditor'
  | 'only-themselves-and-previous-auditor';

const texts: Readonly<Record<UnassignedReason, string>> = {
  'no-auditors': '沒有查核人員。請先指派查核人員。',
  'only-queriers': '查核人員本期均有查詢紀錄，依規定查詢人員不得兼任查核人員。請改派未使用查詢的人員查核。',
  'only-themselves': '查核人員只有受查人員本人，不得查核自己。請另派查核人員。',
  'only-previous-auditor': '查核人員只有上次查核此人的人員，不得連續查核。請另派查核人員。',
  'only-themselves-and-previous-auditor': '查核人員只有受查人員本人與上次查核此人的人員。請另派查核人員。',
};

export function unassignedText(reason: UnassignedReason): string {
  return texts[reason];
}
