// The clauses that govern client services under a regulation, found in its own rows: what is refused, recorded or reminded cites them.
// A regulation without a form for client services has none, and nothing can be applied for under it.
import type { ClauseId, FormRule, Regulation } from '#domain/regulations';

export interface ClientClauses {
  /** The application for a service or its change, and whoever may set it. */
  readonly setting: ClauseId;
  readonly addresses: ClauseId;
  readonly claims: ClauseId;
  readonly purposes: ClauseId;
  readonly period: ClauseId;
  /** The half-yearly review of addresses. */
  readonly review: ClauseId;
  /** The data's owner finds a shortcoming and may have the service suspended. */
  readonly provider: ClauseId;
  readonly reopening: ClauseId;
}

export function serviceForm(regulation: Regulation): FormRule | undefined {
  return regulation.forms.find(({ asks }) => asks === 'client-service');
}

export function reopeningForm(regulation: Regulation): FormRule | undefined {
  return regulation.forms.find(({ asks }) => asks === 'reopening');
}

/** undefined: the regulation knows no client services. */
export function clientClauses(regulation: Regulation): ClientClauses | undefined {
  const setting = serviceForm(regulation)?.clause;
  if (setting === undefined) return undefined;
  const { refusals, duties, onEvents } = regulation;
  const addresses = refusals['address-not-allowed'] ?? setting;
  return {
    setting,
    addresses,
    claims: refusals['field-not-needed'] ?? setting,
    purposes: refusals['purpose-not-allowed'] ?? setting,
    period: refusals['grant-not-current'] ?? setting,
    review: duties.find(({ through }) => through === 'address-review')?.clause ?? addresses,
    provider: onEvents.find(({ on }) => on === 'shortcoming-found')?.clause ?? setting,
    reopening: reopeningForm(regulation)?.clause ?? setting,
  };
}
