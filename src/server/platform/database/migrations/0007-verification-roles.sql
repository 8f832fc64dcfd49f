-- The roles of the verification platform (NV-3.1, NV-3.3): one project officer and one responsible person at a time, who may be the same.
alter table account_grant drop constraint account_grant_role_check;
alter table account_grant add constraint account_grant_role_check
  check (role in ('user', 'unit-manager', 'chief-manager', 'auditor', 'project-officer', 'responsible-person', 'supervisor'));
create unique index one_project_officer on account_grant (programme_id) where role = 'project-officer' and revoked_on is null;
create unique index one_responsible_person on account_grant (programme_id) where role = 'responsible-person' and revoked_on is null;
