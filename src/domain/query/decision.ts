// What a regulation says of one request.
import type { ClauseId, RefusalCode } from '#domain/regulations';

/** `message` is for the user, in traditional Chinese, with the next step; it never holds anything of the request. */
export interface Refusal {
  readonly clause: ClauseId;
  readonly code: RefusalCode;
  readonly message: string;
}

/** Allowed with the fields released, or every refusal that applies, one per code, in the order of `refusalCodes`. */
export type Decision =
  | { readonly allowed: true; readonly refusals: readonly []; readonly fields: readonly string[] }
  | { readonly allowed: false; readonly refusals: readonly Refusal[]; readonly fields: readonly [] };
