// Why a provider gave no answer. Faults carry a closed code and never a word of the provider's own: its message or row
// could hold somebody's data and would end in a log.

export type ProviderFaultCode = 'provider-timeout' | 'provider-failed' | 'provider-nonsense';

export abstract class ProviderFault extends Error {
  abstract readonly code: ProviderFaultCode;
}

/** It did not answer in time. */
export class ProviderTimeout extends ProviderFault {
  override readonly name = 'ProviderTimeout';
  readonly code = 'provider-timeout';
}

/** It isn't there, refused us, or died before its answer was whole; or our side ended the call before then. */
export class ProviderFailed extends ProviderFault {
  override readonly name = 'ProviderFailed';
  readonly code = 'provider-failed';
}

/** It answered with something that is no answer to the question. */
export class ProviderNonsense extends ProviderFault {
  override readonly name = 'ProviderNonsense';
  readonly code = 'provider-nonsense';
}
