-- A call that was written down for the wrong person could not leave their record while anything followed from it, also when that
-- was finished (0102). Now what nobody has in hand goes with it, in the same transaction: what was handed on and is finished or
-- was not taken up yet, and call-backs. What holds a call is named, one by one. A summary that was given out was a disclosure of
-- the record from which it was made: it stays with that person, and the call moves.

-- Whose summary it was -------------------------------------------------------------------------------------------------------

alter table summary_handovers add column person_id uuid references people (id) on delete restrict;
comment on column summary_handovers.person_id is 'Whose summary was given, also when the call has gone into another record since.';
update summary_handovers set person_id = calls.person_id from calls where calls.id = call_id;
create index summary_handovers_person_idx on summary_handovers (person_id);

create function handover_of_person() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  select person_id into new.person_id from calls where id = new.call_id;
  return new;
end
$$;
comment on function handover_of_person is 'A summary is of whom its call is about at that moment, whoever writes it down.';
revoke execute on function handover_of_person from public;
create trigger summary_handovers_person before insert on summary_handovers
  for each row execute function handover_of_person();

-- What is of another, from before the call was put right, is for a lead of its desk, as the versions are (0102).
create policy summary_handovers_apart on summary_handovers as restrictive for select to fingerpost_web
  using (
    exists (
      select from calls where calls.id = call_id and calls.person_id is not distinct from summary_handovers.person_id
    )
    or (partner_id = (select viewer_partner()) and (select viewer_leads()))
  );
create policy summary_links_apart on summary_links as restrictive for select to fingerpost_web
  using (
    (select viewer_purpose()) <> 'desk'
    or exists (
      select from calls where calls.id = call_id and calls.person_id is not distinct from summary_links.person_id
    )
    or (partner_id = (select viewer_partner()) and (select viewer_leads()))
  );

-- What holds a call ------------------------------------------------------------------------------------------------------------

drop function call_given_on(uuid);
create function what_holds_call(call uuid, whose uuid) returns table (why text, what text)
  security definer set search_path = public, pg_temp language plpgsql
  as $$
#variable_conflict use_column
begin
  if not exists (select from calls where id = call and viewer_purpose() = 'desk' and partner_id = viewer_partner()) then
    return;
  end if;
  -- Nobody takes it up between this look and the move.
  perform from handoffs where call_id = call order by id for update;
  perform from call_backs where call_id = call for update;
  return query
  with handed as (
    select handoffs.id, handoffs.status, handoffs.caller_told_at, queues.discipline
    from handoffs
    join queues on queues.id = handoffs.queue_id
    where handoffs.call_id = call
  )
  -- To learn whom it is about is no harm to whoever has it in hand as about nobody.
  select 'taken_up', discipline from handed where status = 'claimed' and whose is not null
  union
  select 'untold', discipline from handed where status = 'closed' and caller_told_at is null and whose is not null
  union
  select 'asked', queues.discipline
  from handed
  join handoff_asks on handoff_asks.handoff_id = handed.id
  join queues on queues.id = handoff_asks.queue_id
  where handed.status <> 'closed' and handoff_asks.answered_at is null and whose is not null
  union
  select 'referral', partners.name
  from referrals
  join partners on partners.id = referrals.to_partner_id
  where referrals.call_id = call
  union
  select 'concern', null from safeguarding_concerns where safeguarding_concerns.call_id = call
  union
  select 'meeting', null
  from mdt_subjects
  where
    withdrawn_at is null
    and (
      mdt_subjects.call_id = call
      or handoff_id in (select handed.id from handed)
      or referral_id in (select referrals.id from referrals where referrals.call_id = call)
    )
  union
  select 'link', null
  from summary_links
  where summary_links.call_id = call and ended_at is null and expires_at > now()
  union
  select 'number', null
  from call_backs
  where
    call_backs.call_id = call
    and done_at is null
    and exists (
      select from person_contacts
      where person_contacts.person_id = any(person_group(person_root(whose))) and person_contacts.value = call_backs.phone
    );
end
$$;
comment on function what_holds_call is
  'Why a call of the viewer''s desk cannot leave the record of that person (null: nobody''s): what somebody has in hand as about them, and of which discipline or organisation. No row: it can.';
revoke execute on function what_holds_call from public;
grant execute on function what_holds_call to fingerpost_web;

-- What goes with it ------------------------------------------------------------------------------------------------------------

alter table handoff_steps drop constraint handoff_steps_kind_check;
alter table handoff_steps add constraint handoff_steps_kind_check check (
  kind in (
    'claimed', 'assigned', 'released', 'lapsed', 'moved', 'asked', 'answered', 'note', 'closed', 'told', 'put_right'
  )
);

create function call_takes_along() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  person uuid;
begin
  if exists (select from what_holds_call(new.id, old.person_id)) then
    raise insufficient_privilege using message = 'a call does not leave a record in which somebody has it in hand';
  end if;
  update call_backs set person_id = new.person_id, version = version + 1 where call_id = new.id;
  update handoffs set person_id = new.person_id, version = version + 1 where call_id = new.id;
  if not found then
    return null;
  end if;
  insert into handoff_steps (handoff_id, staff_id, kind)
  select id, viewer_id(), 'put_right' from handoffs where call_id = new.id and viewer_id() is not null;
  -- Those to whom it was handed come near whom it is about, and no longer near whom it is not. In one order, whoever moves what.
  for person in select id from people where id in (old.person_id, new.person_id) order by id loop
    perform refresh_access(person);
  end loop;
  return null;
end
$$;
comment on function call_takes_along is 'What follows from a call is about whom the call is about.';
revoke execute on function call_takes_along from public;
create trigger calls_take_along after update of person_id on calls
  for each row when (new.person_id is distinct from old.person_id)
  execute function call_takes_along();
