// A request laid beside its regulation: what every ground of refusal looks at.
import type { OfficeCalendar } from '#domain/calendar';
import type { Regulation } from '#domain/regulations';
import type { DecideRequest, Grant } from './decide-request.ts';
import type { TaipeiMoment } from './instant.ts';

export interface Matter {
  readonly regulation: IndexedRegulation;
  readonly request: DecideRequest;
  readonly grant: Grant | null;
  /** undefined: not a purpose of the regulation. */
  readonly purpose: IndexedPurpose | undefined;
  readonly now: TaipeiMoment;
  readonly calendar: OfficeCalendar;
}

/** A regulation with the look-ups that each decision needs. Maps and sets, since a purpose may be any string, `constructor` too. */
export interface IndexedRegulation {
  readonly source: Regulation;
  readonly purposes: ReadonlyMap<string, IndexedPurpose>;
  readonly operations: ReadonlyMap<string, ReadonlySet<string>>;
  /** The roles that a person may hold under it. */
  readonly personRoles: ReadonlySet<string>;
}

export interface IndexedPurpose {
  /** undefined: the purpose stands on the citizen's consent. */
  readonly basis: string | undefined;
  /** Operation → the fields of it that the purpose needs. */
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
}

export function indexRegulation(source: Regulation): IndexedRegulation {
  return {
    source,
    purposes: new Map(
      source.purposes.map((purpose) => {
        const needs = source.operations.map(
          ({ code, fields }) => [code, codesOf(fields.filter((field) => purpose.needs.includes(field.code)))] as const,
        );
        return [purpose.code, { basis: purpose.basis.kind === 'law' ? purpose.basis.code : undefined, needs: new Map(needs) }];
      }),
    ),
    operations: new Map(source.operations.map(({ code, fields }) => [code, codesOf(fields)])),
    personRoles: new Set(source.roles.map(({ role }) => role).filter((role) => role !== 'client-service')),
  };
}

function codesOf(items: readonly { readonly code: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ code }) => code));
}
