-- A month's list also holds what client services asked (NV-5.1): the column then names the service, which has no account.
alter table month_row drop constraint month_row_account_id_fkey;
