-- Which keystore the records are encrypted under. A node that was started beside another keystore would write records that
-- the others can't open, and sign a second log: it is refused instead.
alter table installation add column keystore_fingerprint text;
