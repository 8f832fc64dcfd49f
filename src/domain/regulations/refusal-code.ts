// Every ground on which a regulation can refuse a query, in the order in which refusals are listed.
// A closed list: a regulation switches a ground on by naming the clause it stands on, and invents none.

export const refusalCodes = [
  'not-in-force',
  'case-number-missing',
  'reason-missing',
  'purpose-not-allowed',
  'purpose-not-granted',
  'operation-not-granted',
  'field-not-needed',
  'legal-basis-repealed',
  'consent-missing',
  'grant-missing',
  'grant-not-current',
  'not-in-service',
  'personal-account',
  'vendor',
  'outside-office',
  'outside-office-hours',
  'password-too-old',
  'certificate-missing',
  'proxy-letter-missing',
  'entrusting-consent-missing',
  'address-not-allowed',
  'approval-missing',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** What no regulation may leave open: without these, something would be granted by default. */
export const indispensableRefusals = [
  'not-in-force',
  'purpose-not-allowed',
  'purpose-not-granted',
  'operation-not-granted',
  'field-not-needed',
  'grant-missing',
  'grant-not-current',
  'not-in-service',
] as const satisfies readonly RefusalCode[];
