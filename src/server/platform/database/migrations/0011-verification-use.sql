-- What the verification service keeps beside its records: nothing about any person.
-- The record at which a day began in Taipei: what a service used of its day is counted from there, after a restart and on every node.
create table verification_day (
  programme_id text not null references programme,
  day          date not null,
  first_index  bigint not null,
  primary key (programme_id, day)
);

-- One node's count of one service's hour; an hour's figures are the sum over nodes. service_id is empty for verifications by hand.
create table verification_use (
  programme_id text not null references programme,
  hour         timestamptz not null,
  service_id   text not null,
  node         uuid not null,
  answered     integer not null,
  refused      integer not null,
  latency      integer[] not null,        -- how many answers took how long, by the buckets of latency-buckets.ts
  claims       jsonb not null,            -- claim → how often asked and answered
  primary key (programme_id, hour, service_id, node)
);

-- Probing that was seen (NV-4.2.2).
create table verification_finding (
  programme_id text not null references programme,
  id           uuid not null,
  at           timestamptz not null,
  service_id   text not null,
  service_name text not null,
  reason       text not null,
  clause       text not null,
  record_index bigint not null,
  primary key (programme_id, id)
);
create index verification_finding_by_time on verification_finding (programme_id, at desc);
