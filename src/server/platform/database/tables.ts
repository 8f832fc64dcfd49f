// The database's tables as Kysely sees them. Columns and reasons stand in migrations/*.sql; this is their mirror.
import type { ColumnType, Generated } from 'kysely';

type Bytes = Buffer;
type Instant = ColumnType<Date, Date | string, Date | string>;
/** A calendar day or the first day of a month, as `2026-10-01`: never a Date, so no time zone can move it. */
type Day = string;
/** bigint columns come back as numbers: indexes stay far below 2^53. */
type BigInt64 = number;
/** A jsonb column: read as the value, written as its text. */
type Json = ColumnType<unknown, string, string>;

export interface Tables {
  installation: {
    only_row: Generated<boolean>;
    id: string;
    created_at: Instant;
    demo: Generated<boolean>;
    keystore_fingerprint: string | null;
  };
  organisation: { id: string; name: string };
  unit: { id: string; organisation_id: string; name: string };
  programme: {
    id: string;
    organisation_id: string;
    regulation: string;
    further_regulations: Generated<string[]>;
    title: string;
    log_origin: string;
  };
  person: {
    id: string;
    organisation_id: string;
    unit_id: string;
    name: string;
    employment: 'active' | 'suspended' | 'transferred' | 'left';
  };
  account: {
    id: string;
    organisation_id: string;
    home_programme_id: string;
    person_id: string;
    login: string;
    password_hash: string;
    password_changed_on: Day;
    must_change: Generated<boolean>;
    failed_sign_ins: Generated<number>;
    locked_until: Instant | null;
  };
  password_history: { account_id: string; changed_at: Instant; password_hash: string };
  account_grant: {
    programme_id: string;
    account_id: string;
    role: 'user' | 'unit-manager' | 'chief-manager' | 'auditor' | 'project-officer' | 'responsible-person' | 'supervisor';
    from_on: Day;
    until_on: Day | null;
    revoked_on: Day | null;
    purposes: string[];
    operations: string[];
  };
  office_calendar_year: { year: number; imported_at: Instant; imported_by: string };
  office_calendar_day: { day: Day; year: number; kind: 'holiday' | 'make-up-working-day' };
  session: { account_id: string; token_digest: Bytes; csrf_token: string; created_at: Instant; last_seen_at: Instant; expires_at: Instant };
  log_head: { programme_id: string; next: Generated<BigInt64> };
  record: {
    programme_id: string;
    month: Day;
    index: BigInt64;
    record_id: string;
    type: string;
    retention: string;
    leaf: Bytes;
    contents_key: Bytes;
    contents: Bytes;
    actor_blind: Bytes | null;
    subject_blind: Bytes | null;
    intent_index: BigInt64 | null;
  };
  month_close: {
    programme_id: string;
    month: Day;
    closed_at: Instant;
    closed_by: string;
    first_index: BigInt64;
    end_index: BigInt64;
    row_count: number;
    answered: number;
    refused: number;
    failed: number;
    list_digest: Bytes;
    close_index: BigInt64;
    sealed_size: BigInt64 | null;
    sealed_root: Bytes | null;
  };
  month_row: { programme_id: string; month: Day; row: number; record_index: BigInt64; account_id: string };
  audit_entropy: {
    programme_id: string;
    month: Day;
    brought_at: Instant;
    brought_by: string;
    entropy: Bytes;
    entropy_index: BigInt64;
    sealed_size: BigInt64 | null;
    sealed_root: Bytes | null;
  };
  audit_sample: {
    programme_id: string;
    month: Day;
    drawn_at: Instant;
    drawn_by: string;
    entropy: Bytes;
    root_hash: Bytes;
    seed: Bytes;
    population: number;
    required: number;
    draw_index: BigInt64;
  };
  audit_row: {
    programme_id: string;
    month: Day;
    record_index: BigInt64;
    auditor_id: string | null;
    unassigned: string | null;
    finding: 'in-order' | 'needs-explanation' | 'anomaly' | null;
    note_key: Bytes | null;
    note: Bytes | null;
    marked_at: Instant | null;
    mark_index: BigInt64 | null;
  };
  audit_result: {
    programme_id: string;
    month: Day;
    auditor_id: string;
    signed_at: Instant;
    document: Bytes;
    signature: Bytes;
    record_index: BigInt64;
  };
  application: {
    programme_id: string;
    id: string;
    form: string;
    concerns: string;
    number: string;
    content: Json;
    seq: number;
  };
  application_event: {
    programme_id: string;
    application_id: string;
    seq: number;
    kind: 'filed' | 'approved' | 'returned' | 'rejected' | 'set' | 'withdrawn';
    step: number;
    account_id: string;
    person_id: string;
    filed_for: string | null;
    at: Instant;
    note: string;
    content: Json | null;
    record_index: BigInt64 | null;
  };
  client_service: { programme_id: string; id: string; seq: number };
  client_service_event: {
    programme_id: string;
    service_id: string;
    seq: number;
    at: Instant;
    account_id: string;
    person_id: string;
    happening: Json;
    record_index: BigInt64 | null;
  };
  client_address: { programme_id: string; service_id: string; address: string; last_used_on: Day | null };
  client_registry: { only_row: Generated<boolean>; version: BigInt64 };
  address_review: {
    programme_id: string;
    period: string;
    reviewed_at: Instant;
    reviewer_id: string;
    document: Bytes;
    signature: Bytes;
    record_index: BigInt64;
  };
  household_import: {
    programme_id: string;
    id: string;
    number: Generated<number>;
    state: 'waiting' | 'loading' | 'ready' | 'serving' | 'superseded' | 'dry-run' | 'refused' | 'failed';
    kind: string;
    period: string;
    as_of: Day;
    sender: string;
    manifest: Bytes;
    manifest_digest: string;
    signature: string;
    key_fingerprint: string | null;
    opened_at: Instant;
    opened_by: string;
    is_dry_run: Generated<boolean>;
    attempts: Generated<number>;
    rows_done: Generated<BigInt64>;
    bytes_done: Generated<BigInt64>;
    loaded_rows: BigInt64 | null;
    bad_rows: Generated<BigInt64>;
    bad_row_list: Json;
    warnings: Json;
    came: BigInt64 | null;
    went: BigInt64 | null;
    changed: BigInt64 | null;
    refusal: ColumnType<unknown, string | null | undefined, string | null>;
    started_at: Instant | null;
    switched_at: Instant | null;
    file_bytes: BigInt64 | null;
    file_sha256: string | null;
    destroyed_at: Instant | null;
    record_index: BigInt64 | null;
    destruction_index: BigInt64 | null;
  };
  household_serving: {
    programme_id: string;
    version: BigInt64;
    rows_number: number | null;
    snapshot: string | null;
    as_of: Day | null;
    key_fingerprint: string;
    status_number: number | null;
  };
  verification_use: {
    programme_id: string;
    hour: Instant;
    service_id: string;
    node: string;
    answered: number;
    refused: number;
    latency: number[];
    claims: Json;
  };
  verification_finding: {
    programme_id: string;
    id: string;
    at: Instant;
    service_id: string;
    service_name: string;
    reason: string;
    clause: string;
    record_index: BigInt64;
  };
}
