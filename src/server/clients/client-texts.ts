// Why something about client services isn't done, for the people in front of it: what is so, and the next step.
import type { ActRefusalCode } from '#domain/applications';
import type { ChangeRefusalCode, ContentFaultCode } from '#domain/clients';
import type { AddressCode } from '#domain/verification';

export const refusalTexts: Readonly<Record<ActRefusalCode | ChangeRefusalCode, string>> = {
  decided: '這件申請已經結案，不能再變更。如有需要，請另提新的申請。',
  'not-the-step': '申請的簽核進度還不到（或已過）這一步，請依流程辦理。',
  'not-the-role': '這一步由規定的其他職務辦理，您的職務不能辦理。',
  'own-application': '申請人不得核可或設定自己提出的申請，請由其他人員辦理。',
  'acted-before': '您已辦理過這件申請的其他步驟，不得再辦理這一步，請由其他人員辦理。',
  'not-in-use': '這個介接服務尚未設定或已終止，不能執行這個動作。',
  'not-suspended': '這個介接服務並未暫停。',
  'already-suspended': '這個介接服務已經暫停。',
  'needs-reopening': '這個介接服務須備妥改善佐證，提出重新申請介接，經核可後才能恢復。',
  'not-proposed': '須先由專責人員提出恢復，再由權責主管確認。',
  'already-proposed': '已提出恢復，請由權責主管確認。',
  'own-proposal': '提出恢復的人員不得自行確認，請由其他主管確認。',
  'application-open': '這個介接服務有尚未結案的申請，請先完成或撤回該申請。',
  'no-such-key': '查無這把金鑰，或已失效。',
  'has-a-certificate': '這個介接服務以介接憑證驗證身分，沒有金鑰；如要改用金鑰，請提出異動申請。',
};

export const faultTexts: Readonly<Record<ContentFaultCode | AddressCode | 'certificate-of-another-service', string>> = {
  'certificate-of-another-service': '這張介接憑證已由其他介接服務使用',
  missing: '至少要有一項',
  'given-twice': '同一項目重複',
  'unknown-purpose': '規定沒有這個使用目的',
  'unknown-operation': '規定沒有這項作業',
  'claim-not-needed': '這個查證項目不在使用目的所需範圍，或不屬於申請的作業',
  'period-over': '使用期限已經過了',
  'ends-before-it-begins': '使用期限的迄日早於起日',
  'period-too-long': '使用期限最長一年',
  'more-persons-than-requests': '每日人數上限不得大於每日次數上限',
  'no-addresses': '至少要有一個固定位址',
  'too-many-addresses': '固定位址超過上限',
  'not-an-address': '不是正確的 IP 位址',
  'address-range': '須為單一固定位址，不接受網段',
  'address-not-of-one-machine': '這個位址不能代表單一主機',
  'address-twice': '位址重複',
  'address-of-another-service': '這個位址已由其他介接服務使用',
};

export const reviewTexts = {
  'already-reviewed': '本期介接位址清查已經完成並簽署。',
  'not-this-period': '清查期別不是目前的半年期，請重新整理後再辦理。',
  'findings-changed': '清查結果已有變動，請重新檢視後再簽署。',
} as const;

export const changedText = '資料已由其他人員更新，請重新整理後再辦理。';
