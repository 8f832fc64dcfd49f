-- Applications, and the client services that come of them. What happened is append-only; what is so now is folded from it.

-- Any application under a form of its regulation (NV-3.3); `content` is what was filed last.
create table application (
  programme_id text not null references programme,
  id           text not null,
  form         text not null,
  concerns     text not null,             -- what it asks about: a client service's id
  number       text not null,             -- the using unit's own: of its paper or on-line form
  content      jsonb not null,
  seq          integer not null,          -- events so far
  primary key (programme_id, id)
);
create index application_concerns on application (programme_id, concerns);

create table application_event (
  programme_id text not null,
  application_id text not null,
  seq          integer not null,          -- 1 … n
  kind         text not null check (kind in ('filed', 'approved', 'returned', 'rejected', 'set', 'withdrawn')),
  step         integer not null,
  account_id   text not null,
  person_id    text not null,
  filed_for    text,                      -- the person it was filed for by somebody else
  at           timestamptz not null,
  note         text not null,
  content      jsonb,                     -- what was filed
  record_index bigint,                    -- of its record; null only until that stands, within the same transaction
  primary key (programme_id, application_id, seq),
  foreign key (programme_id, application_id) references application
);

create table client_service (
  programme_id text not null references programme,
  id           text not null unique,
  seq          integer not null,          -- events so far
  primary key (programme_id, id)
);

create table client_service_event (
  programme_id text not null,
  service_id   text not null,
  seq          integer not null,          -- 1 … n
  at           timestamptz not null,
  account_id   text not null,
  person_id    text not null,
  happening    jsonb not null,            -- its kind and what belongs to it; never a key, only its id
  record_index bigint,                    -- as above
  primary key (programme_id, service_id, seq),
  foreign key (programme_id, service_id) references client_service
);

-- The allow-list (NV-3.7): no address stands on it twice. What was used when is kept beside it, for the half-yearly review (NV-3.8).
create table client_address (
  programme_id text not null,
  service_id   text not null,
  address      text not null,
  last_used_on date,
  primary key (programme_id, address),
  foreign key (programme_id, service_id) references client_service
);

-- Counts the changes: a node that holds another number reads anew.
create table client_registry (
  only_row boolean primary key default true check (only_row),
  version  bigint not null
);
insert into client_registry (version) values (1);

create table address_review (
  programme_id text not null references programme,
  period       text not null,             -- `2026-H2`
  reviewed_at  timestamptz not null,
  reviewer_id  text not null references account,
  document     bytea not null,            -- the canonical bytes that were signed
  signature    bytea not null,            -- Ed25519 by the log's key over them
  record_index bigint not null,           -- the address-review leaf that commits to them
  primary key (programme_id, period)
);
