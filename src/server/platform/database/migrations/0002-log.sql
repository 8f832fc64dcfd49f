-- The log. `record` holds, per leaf, the exact bytes that were hashed (leaf) and the three encrypted compartments
-- they commit to. Indexes come from one row lock per log, so commit order is index order and there are no holes.

create table log_head (
  programme_id text primary key references programme,
  next         bigint not null default 0
);

create table record (
  programme_id  text not null,
  month         date not null,            -- first day of the record's month in Asia/Taipei
  index         bigint not null,
  record_id     uuid not null,            -- chosen by the caller: a retry after a lost connection finds its own row
  type          text not null,
  retention     text not null,            -- retention class: with programme and month it names the epoch key
  leaf          bytea not null,
  envelope_key  bytea not null, envelope  bytea not null,   -- compartment A: wrapped data key, nonce ‖ ciphertext ‖ tag
  actor_key     bytea not null, actor     bytea not null,   -- compartment B
  subject_key   bytea not null, subject   bytea not null,   -- compartment C
  actor_blind   bytea,                    -- HMAC of the account under the year's index key
  subject_blind bytea,                    -- HMAC of the normalised national id under the year's index key
  intent_index  bigint,                   -- of an outcome: the intent it answers
  primary key (programme_id, month, index),
  unique (programme_id, month, record_id)
) partition by range (month);

create index record_by_actor on record (programme_id, actor_blind, index desc);
create index record_by_subject on record (programme_id, subject_blind, index desc);
create index record_by_index on record (programme_id, index);
-- An outcome is found by its intent: for the history page, and for a month whose last outcome fell into the next.
create index record_by_intent on record (programme_id, intent_index) where intent_index is not null;
