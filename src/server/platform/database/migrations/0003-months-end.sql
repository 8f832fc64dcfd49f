-- The month's end: the closed list, the sample drawn from it, the auditors' marks and their signed results.

create table month_close (
  programme_id text not null references programme,
  month        date not null,
  closed_at    timestamptz not null,
  closed_by    text not null references account,
  first_index  bigint not null,           -- the month's leaves lie in [first_index, end_index)
  end_index    bigint not null,
  row_count    integer not null,
  answered     integer not null,          -- found or not found; counted while the list was open
  refused      integer not null,
  failed       integer not null,          -- the provider failed, or no outcome was recorded
  list_digest  bytea not null,            -- SHA-256 of the list's canonical bytes, as committed by the month-close leaf
  close_index  bigint not null,
  sealed_size  bigint,                    -- of the first checkpoint known to cover the month-close leaf; null until it is sealed
  sealed_root  bytea,
  primary key (programme_id, month)
);

-- The rows of the closed list: which intent or refusal, and whose. What they say stays in `record`.
create table month_row (
  programme_id text not null,
  month        date not null,
  row          integer not null,          -- 1 … n, as printed
  record_index bigint not null,
  account_id   text not null references account,
  primary key (programme_id, month, row),
  unique (programme_id, month, record_index),
  foreign key (programme_id, month) references month_close
);

-- What the auditor brought to the draw, in the log before the root hash it is mixed with exists.
create table audit_entropy (
  programme_id  text not null,
  month         date not null,
  brought_at    timestamptz not null,
  brought_by    text not null references account,
  entropy       bytea not null,
  entropy_index bigint not null,          -- of its record
  sealed_size   bigint,                   -- of the first checkpoint known to cover that record; null until it is sealed
  sealed_root   bytea,
  primary key (programme_id, month),
  foreign key (programme_id, month) references month_close
);

create table audit_sample (
  programme_id text not null,
  month        date not null,
  drawn_at     timestamptz not null,
  drawn_by     text not null references account,
  entropy      bytea not null,            -- what the auditor brought
  root_hash    bytea not null,            -- of the checkpoint that sealed the record of the entropy
  seed         bytea not null,            -- SHA-256 over both: neither manager nor auditor chooses it alone
  population   integer not null,
  required     integer not null,
  draw_index   bigint not null,
  primary key (programme_id, month),
  foreign key (programme_id, month) references month_close
);

create table audit_row (
  programme_id text not null,
  month        date not null,
  record_index bigint not null,
  auditor_id   text references account,   -- null: nobody may audit this person
  unassigned   text,                      -- why not
  finding      text check (finding in ('in-order', 'needs-explanation', 'anomaly')),
  note_key     bytea,
  note         bytea,                     -- encrypted under the month's epoch key
  marked_at    timestamptz,
  mark_index   bigint,                    -- the audit-mark leaf that commits to finding and note
  primary key (programme_id, month, record_index),
  foreign key (programme_id, month) references audit_sample,
  foreign key (programme_id, month, record_index) references month_row (programme_id, month, record_index)
);

create table audit_result (
  programme_id text not null,
  month        date not null,
  auditor_id   text not null references account,
  signed_at    timestamptz not null,
  document     bytea not null,            -- the canonical bytes that were signed
  signature    bytea not null,            -- Ed25519 by the log's key over them
  record_index bigint not null,           -- the audit-result leaf that commits to them
  primary key (programme_id, month, auditor_id),
  foreign key (programme_id, month) references audit_sample
);
