// One statement for any number of persons: the digests asked go in as arrays in PostgreSQL's binary form, one buffer for all of them, and one
// short text comes out. Everybody costs the same two index probes and leaves the same work behind, known or not (NV-3.10).
import type { PersonFacts } from '#domain/verification';
import { digestLength } from '#domain/verification';
import type { Digest } from './person-digests.ts';
import type { Serving } from './serving.ts';

/** Beside the flags of #domain/verification, which are below 32. */
const NAME_MATCHES = 32;
const BIRTH_DATE_MATCHES = 64;

/** Where no list serves: no such row, at the same price. */
const noStatus = '(select null::uuid as person, 0::smallint as flags where false)';

export function lookupText({ rowsNumber, statusNumber }: Serving): string {
  return `
    select string_agg(
        case when h.person is null and s.person is null then ''
          else (coalesce(h.flags, 0) | coalesce(s.flags, 0)
            | case when h.name_digest = asked.name then ${NAME_MATCHES} else 0 end
            | case when h.birth_digest = asked.birth then ${BIRTH_DATE_MATCHES} else 0 end)::text end,
        ',' order by asked.place) as found,
      (select version from household_serving where programme_id = $4) as version
    from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality as asked (person, name, birth, place)
    left join ${rowsTable(rowsNumber)} h using (person)
    left join ${statusNumber === undefined ? noStatus : statusTable(statusNumber)} s using (person)`;
}

export function rowsTable(number: number): string {
  return `household_rows_${number}`;
}

export function statusTable(number: number): string {
  return `household_status_${number}`;
}

/** @param found as the statement gives it, for at least one person */
export function readFound(found: string): (PersonFacts | undefined)[] {
  return found.split(',').map((bits) => (bits === '' ? undefined : factsOf(Number(bits))));
}

/** There are 128 of them. */
const facts = new Map<number, PersonFacts>();

function factsOf(bits: number): PersonFacts {
  let known = facts.get(bits);
  if (!known) {
    known = {
      flags: bits & (NAME_MATCHES - 1),
      nameMatches: (bits & NAME_MATCHES) !== 0,
      birthDateMatches: (bits & BIRTH_DATE_MATCHES) !== 0,
    };
    facts.set(bits, known);
  }
  return known;
}

const UUID_OID = 2950;
const HEAD_BYTES = 20;

/** A one-dimensional uuid[] as `array_send` writes it; a missing digest is a null, and equals nothing. */
export function uuidArray(digests: readonly (Digest | undefined)[]): Buffer {
  const bytes = Buffer.allocUnsafe(HEAD_BYTES + digests.length * (4 + digestLength));
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(1, 4);
  bytes.writeInt32BE(UUID_OID, 8);
  bytes.writeInt32BE(digests.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = HEAD_BYTES;
  for (const digest of digests) {
    at = bytes.writeInt32BE(digest === undefined ? -1 : digestLength, at);
    if (digest !== undefined) at += bytes.write(digest, at, digestLength, 'latin1');
  }
  return bytes.subarray(0, at);
}
