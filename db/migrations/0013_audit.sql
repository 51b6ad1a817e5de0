-- Who looked, searched, changed or was refused: a chain in which every entry seals the one before it.
--
-- An entry's hash is SHA-256 over the hash before it and every value of the entry as it is stored. One locked row holds
-- the head of the chain, so that entries written at the same moment queue and never fork. `npm run audit:verify`
-- works the chain out again, from outside the database.

create table audit_entries (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  staff_id uuid,
  partner_id uuid,
  partnership_id uuid,
  action text not null check (action ~ '^[a-z]+(_[a-z]+)*$'),
  person_id uuid,
  purpose text not null,
  opening_id uuid,
  address text,
  details jsonb not null check (jsonb_typeof(details) = 'object' and octet_length(details::text) <= 4000),
  previous_hash bytea not null check (octet_length(previous_hash) = 32),
  hash bytea not null check (octet_length(hash) = 32)
);
comment on table audit_entries is 'One act of one member of staff. Only ever added to, by record_act.';
comment on column audit_entries.seq is 'Place in the chain, from 1, without gaps.';
comment on column audit_entries.at is 'When the act took its place in the chain, to the microsecond.';
comment on column audit_entries.staff_id is
  'Who. No foreign key, here and below: what was done stays written even when what it was done to is gone.';
comment on column audit_entries.action is 'One of the words in app/domain/audit/actions.ts.';
comment on column audit_entries.purpose is 'Why the transaction ran: one of the purposes in db/within.ts.';
comment on column audit_entries.details is 'Ids, names of fields, kinds and counts. Never what someone typed about a person.';
create index audit_entries_person_idx on audit_entries (person_id, at desc, seq desc) where person_id is not null;
create index audit_entries_staff_idx on audit_entries (staff_id, at desc, seq desc);
create index audit_entries_partner_idx on audit_entries (partner_id, at desc, seq desc);

create table audit_head (
  one boolean primary key default true check (one),
  count bigint not null,
  hash bytea not null
);
comment on table audit_head is 'The end of the chain, one row: how many entries there are and the hash of the last.';
-- Before the first entry stand 32 bytes of nothing.
insert into audit_head (count, hash) values (0, decode(repeat('00', 32), 'hex'));

-- The values of an entry in one text that cannot be read in two ways: each as `<bytes>:<value>`, null as `-`.
create function audit_text(entry audit_entries) returns text
  immutable language plpgsql
  as $$
declare
  value text;
  whole text := '';
begin
  foreach value in array array[
    entry.seq::text,
    to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    entry.staff_id::text,
    entry.partner_id::text,
    entry.partnership_id::text,
    entry.action,
    entry.person_id::text,
    entry.purpose,
    entry.opening_id::text,
    entry.address,
    entry.details::text
  ] loop
    whole := whole || coalesce(octet_length(value) || ':' || value, '-') || ',';
  end loop;
  return whole;
end
$$;
comment on function audit_text is 'What an entry''s hash is made over, after the hash before it.';

-- It says for itself who acts, from the transaction's context: a caller cannot name someone else.
create function record_act(act text, person uuid default null, facts jsonb default '{}') returns bigint
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  head audit_head;
  entry audit_entries;
begin
  entry.staff_id := viewer_id();
  entry.partner_id := viewer_partner();
  entry.partnership_id := viewer_partnership();
  entry.action := act;
  entry.person_id := person;
  entry.purpose := viewer_purpose();
  entry.opening_id := viewer_opening();
  entry.address := left(viewer_address(), 100);
  entry.details := coalesce(facts, '{}');

  select one, count, hash into strict head from audit_head for update;
  entry.seq := head.count + 1;
  entry.at := clock_timestamp();
  entry.previous_hash := head.hash;
  entry.hash := sha256(head.hash || convert_to(audit_text(entry), 'UTF8'));
  insert into audit_entries select entry.*;
  update audit_head set count = entry.seq, hash = entry.hash;
  return entry.seq;
end
$$;
comment on function record_act is
  'Adds an act to the chain and gives its place. It locks the head until the transaction ends: call it last.';

-- Nobody changes what is written, the owner of the tables included ------------------------------------------------------

create function refuse_audit_change() returns trigger
  language plpgsql
  as $$
begin
  raise exception 'The audit is only ever added to: % of % is refused.', lower(tg_op), tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entries_kept before update or delete or truncate on audit_entries
  for each statement execute function refuse_audit_change();
create trigger audit_head_kept before delete or truncate on audit_head
  for each statement execute function refuse_audit_change();
create trigger audit_head_forward before update on audit_head
  for each row when (new.count is distinct from old.count + 1)
  execute function refuse_audit_change();

-- Who may read it -------------------------------------------------------------------------------------------------------

create function reviews_records() returns boolean
  stable parallel safe language sql
begin atomic
  select
    viewer_purpose() = 'records-review'
    and exists (select from staff_roles where staff_id = viewer_id() and role = 'records_officer')
    and exists (select from staff where id = viewer_id() and partner_id = viewer_partner() and disabled_at is null);
end;
comment on function reviews_records is 'Whether this transaction is the work of a records officer.';

alter table audit_entries enable row level security, force row level security;
-- For record_act and audit:verify, which run as whoever owns the tables.
create policy audit_entries_adding on audit_entries for insert to current_user with check (true);
create policy audit_entries_verifying on audit_entries for select to current_user using (true);
create policy audit_entries_own_staff on audit_entries for select to fingerpost_web
  using ((select reviews_records()) and partner_id = (select viewer_partner()));
create policy audit_entries_own on audit_entries for select to fingerpost_web
  using (staff_id = (select viewer_id()) and (select viewer_purpose()) = 'own-account');

revoke execute on function record_act from public;
grant execute on function record_act to fingerpost_web;
grant select on audit_entries to fingerpost_web;
