-- A record that is gone from its feed is kept on record like one that was mended or refused.

alter table import_findings drop constraint import_findings_outcome_check;
alter table import_findings
add constraint import_findings_outcome_check check (outcome in ('mended', 'rejected', 'vanished'));
comment on table import_findings is
  'One field of one record that was mended, or that had the record refused, and why; or a record that its feed no longer has.';
