-- The office: who belongs to it, what it may query, and who is signed in.
-- Staff names stand here in clear because the office runs on them; what they did stands in `record`, encrypted.

create table installation (
  only_row   boolean primary key default true check (only_row),
  id         uuid not null,
  created_at timestamptz not null,
  demo       boolean not null default false
);

create table organisation (
  id   text primary key,
  name text not null
);

create table unit (
  id              text primary key,
  organisation_id text not null references organisation,
  name            text not null
);

-- A programme is one regulation applied to one provider's data by one organisation. It has a log of its own.
create table programme (
  id              text primary key,
  organisation_id text not null references organisation,
  regulation      text not null,
  title           text not null,
  log_origin      text not null unique
);

create table person (
  id              text primary key,
  organisation_id text not null references organisation,
  unit_id         text not null references unit,
  name            text not null,
  employment      text not null check (employment in ('active', 'suspended', 'transferred', 'left'))
);

create table account (
  id                  text primary key,
  organisation_id     text not null references organisation,
  home_programme_id   text not null references programme,
  person_id           text not null unique references person,
  login               text not null unique check (login = lower(login)),
  password_hash       text not null,
  password_changed_on date not null,
  must_change         boolean not null default true,
  failed_sign_ins     integer not null default 0,
  locked_until        timestamptz
);

create table password_history (
  account_id    text not null references account,
  changed_at    timestamptz not null,
  password_hash text not null,
  primary key (account_id, changed_at)
);

create table account_grant (
  programme_id text not null references programme,
  account_id   text not null references account,
  role         text not null check (role in ('user', 'unit-manager', 'chief-manager', 'auditor')),
  from_on      date not null,
  until_on     date,
  revoked_on   date,
  purposes     text[] not null,
  operations   text[] not null,
  primary key (programme_id, account_id, role, from_on)
);
-- NW-3.1: exactly one chief manager at a time.
create unique index one_chief_manager on account_grant (programme_id) where role = 'chief-manager' and revoked_on is null;

-- One session per account; only the digest of its token is kept.
create table session (
  account_id   text primary key references account,
  token_digest bytea not null unique,
  csrf_token   text not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null
);
