-- An act takes its place in the chain when its transaction is committed, and not before.
--
-- Everyone who writes locks the head of the chain. Locked from the act on, it would be held through whatever the page
-- still does and through a round trip of the network. A deferred trigger locks it for the commit alone; and because it
-- is then always the last lock taken, it can have no part in a deadlock. Figures are in docs/benchmarks-access.md.

-- Of a composite type, so that an act waits in the very shape in which it is kept. It needs no log of its own: at every
-- commit it is empty, because the trigger that gives an act its place also takes it out of here.
create unlogged table audit_waiting (
  id bigint generated always as identity primary key,
  act audit_entries not null
);
comment on table audit_waiting is 'Acts of transactions that are not committed yet: no other transaction ever sees one.';
alter table audit_waiting enable row level security, force row level security;
create policy audit_waiting_passing on audit_waiting for all to current_user using (true) with check (true);

create function chain_act() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  head audit_head;
  entry audit_entries := new.act;
begin
  delete from audit_waiting where id = new.id;
  -- Those who wait for the row itself come through in no order, and some wait twice as long; this lock keeps a queue.
  perform pg_advisory_xact_lock('audit_head'::regclass::oid::bigint);
  select one, count, hash into strict head from audit_head for update;
  entry.seq := head.count + 1;
  entry.at := clock_timestamp();
  entry.previous_hash := head.hash;
  entry.hash := sha256(head.hash || convert_to(audit_text(entry), 'UTF8'));
  insert into audit_entries select entry.*;
  update audit_head set count = entry.seq, hash = entry.hash;
  return null;
end
$$;
comment on function chain_act is 'Gives an act its place in the chain, as the last thing before its transaction is committed.';
revoke execute on function chain_act from public;

create constraint trigger audit_waiting_chained after insert on audit_waiting
  deferrable initially deferred
  for each row execute function chain_act();

drop function record_act;

-- It says for itself who acts, from the transaction's context: a caller cannot name someone else.
create function record_act(act text, person uuid default null, facts jsonb default '{}') returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
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
  insert into audit_waiting (act) values (entry);
end
$$;
comment on function record_act is 'Writes down an act of this transaction. It stands in the audit once the transaction is committed.';
revoke execute on function record_act from public;
grant execute on function record_act to fingerpost_web;
