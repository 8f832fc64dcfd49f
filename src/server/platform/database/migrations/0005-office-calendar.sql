-- The government's office calendar (政府行政機關辦公日曆表), imported by year: only the days that differ from the week.
-- Office hours are judged by it (TP-6.3). Importing a year again replaces that year.

create table office_calendar_year (
  year        integer primary key check (year between 1 and 9999),
  imported_at timestamptz not null,
  imported_by text not null               -- the operating system's user, as in the record of the import
);

create table office_calendar_day (
  day  date primary key,
  year integer not null references office_calendar_year on delete cascade check (year = extract(year from day)),
  kind text not null check (kind in ('holiday', 'make-up-working-day'))
);
