-- Household files and status lists (NV-4.1): their imports, and which of them serve. The persons themselves stand in tables of their own,
-- one for each import, `household_rows_<number>`: loaded beside the one that serves, exchanged in one transaction, dropped whole.
-- There nothing is readable: 16 bytes of a keyed digest for each id, name and birth date (uuid is PostgreSQL's type of 16 bytes), and flags.

create table household_import (
  programme_id    text not null references programme,
  id              text not null,
  number          integer generated always as identity unique,
  state           text not null check (state in ('waiting', 'loading', 'ready', 'serving', 'superseded', 'dry-run', 'refused', 'failed')),
  kind            text not null,          -- `household`, or the status of a list
  period          text not null,          -- `2026-10`
  as_of           date not null,
  sender          text not null,          -- name of the key that signed the manifest
  manifest        bytea not null,         -- the exact bytes that were signed
  manifest_digest text not null,          -- SHA-256 of them, hexadecimal
  signature       text not null,
  key_fingerprint text,                   -- of the key its digests are made with; null until it is loaded
  opened_at       timestamptz not null,
  opened_by       text not null,          -- an account, `command-line` or `watched-folder`
  is_dry_run      boolean not null default false,
  attempts        integer not null default 0,
  rows_done       bigint not null default 0,
  bytes_done      bigint not null default 0,
  loaded_rows     bigint,
  bad_rows        bigint not null default 0,
  bad_row_list    jsonb not null default '[]',   -- row, field, code of the first ones; never a value
  warnings        jsonb not null default '{}',   -- code → how many
  came            bigint,                 -- beside the file of the same kind that serves
  went            bigint,
  changed         bigint,
  refusal         jsonb,                  -- code, clause, field
  started_at      timestamptz,
  switched_at     timestamptz,
  file_bytes      bigint,                 -- of the ciphertext, taken before it is destroyed
  file_sha256     text,
  destroyed_at    timestamptz,
  record_index    bigint,                 -- of the record of the switch or refusal
  destruction_index bigint,
  primary key (programme_id, id)
);

-- A file is imported once (replay); one that was refused or failed may be sent again.
create unique index household_import_once on household_import (programme_id, manifest_digest)
  where state in ('waiting', 'loading', 'ready', 'serving', 'superseded', 'dry-run');
create unique index household_import_serving on household_import (programme_id, kind) where state = 'serving';

-- What lookups read: the rows of the household file, and the flags of all status lists merged (`household_status_<status_number>`).
create table household_serving (
  programme_id    text primary key references programme,
  version         bigint not null,        -- counts the switches
  rows_number     integer,                -- null: only lists were imported so far
  snapshot        text,                   -- the import's id
  as_of           date,
  key_fingerprint text not null,
  status_number   integer                 -- null: no list was imported so far
);
