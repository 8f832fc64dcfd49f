-- A programme may stand under more regulations than its own: another city's data, or a regulation above it. The stricter wins.
alter table programme add column further_regulations text[] not null default '{}';
