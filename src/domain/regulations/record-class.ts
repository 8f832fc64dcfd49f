// The classes of record that a regulation says how long to keep.

export const recordClasses = [
  'application-form', // who asked for which grant or service, and who approved
  'account-review',
  'query-log', // account, time, operation, conditions, case number, reason, result
  'data-access-log', // access to loaded files and databases
  'query-register', // the register that users keep by hand
  'query-result', // what a query answered, in custody
  'attached-result', // a result that its case needs, kept with it
  'raw-import', // a file as the provider sent it
  'processing-record', // deletion and destruction
  'handover-record',
  'operation-review',
  'training-record',
  'security-audit',
  'audit-result',
  'provider-audit',
  'vendor-audit',
  'incident-record',
  'liability-notice',
] as const;

export type RecordClass = (typeof recordClasses)[number];
