// What every change of client services and applications answers where it isn't done: values, each with its clause.
import type { ActRefusalCode } from '#domain/applications';
import type { ChangeRefusalCode } from '#domain/clients';

export interface FieldFault {
  readonly field: string;
  readonly code: string;
  readonly clause: string;
}

export type NotDone =
  /** No such service or application under this programme. */
  | { readonly kind: 'not-found' }
  /** Somebody else changed it since the caller looked. */
  | { readonly kind: 'changed-meanwhile'; readonly clause: string }
  | { readonly kind: 'refused'; readonly clause: string; readonly code: ActRefusalCode | ChangeRefusalCode }
  | { readonly kind: 'malformed'; readonly faults: readonly FieldFault[] };

export const notFound: NotDone = { kind: 'not-found' };

export function changedMeanwhile({ clause }: { readonly clause: string }): NotDone {
  return { kind: 'changed-meanwhile', clause };
}
