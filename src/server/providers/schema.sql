-- The stand-in for 勞保局: its own database, loaded by the demonstration. What a real provider promises of its rows is
-- checked by the adapter on every reply, so this schema is no part of our safety.

create table person (
  national_id text primary key,
  name        text not null,
  birth_date  date not null
);

create table insured_history (
  national_id    text not null,
  insured_from   date not null,
  insured_until  date,                     -- null: still insured
  insured_unit   text not null,
  insured_salary integer not null check (insured_salary > 0),
  primary key (national_id, insured_from)
);

create table benefit_payment (
  national_id     text not null,
  benefit_paid_on date not null,
  benefit_kind    text not null,
  benefit_amount  integer not null check (benefit_amount >= 0),
  primary key (national_id, benefit_paid_on, benefit_kind)
);

create table pension (
  national_id     text not null,
  pension_kind    text not null,
  pension_monthly integer not null check (pension_monthly >= 0),
  primary key (national_id, pension_kind)
);

-- Marks the database as ours to replace: the demonstration never drops tables of a database without this one.
create table demonstration (
  seed      text not null,
  as_of     date not null,
  loaded_at timestamptz not null default now()
);
