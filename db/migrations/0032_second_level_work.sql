-- Working on what was handed on: what was done with it step by step, other disciplines that are asked, claims that lapse,
-- and telling open pages that something has changed.

-- An emergency is due at the moment it is handed on, which the web server and the database read from clocks of their own.
do $$
declare
  was text;
begin
  select conname into strict was
  from pg_constraint
  where conrelid = 'handoffs'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%due_at >= created_at%';
  execute format('alter table handoffs drop constraint %I', was);
end
$$;
alter table handoffs
  add constraint handoffs_due_at_check check (due_at >= created_at - interval '1 minute'),
  add constraint handoffs_outcome_check check (
    outcome in (
      'crisis_health', 'crisis_social', 'crisis_therapy', 'crisis_mental', 'own_gp', 'community_nursing',
      'community_therapy', 'hospice', 'adult_social_care', 'carers_services', 'safeguarding', 'intermediate_care_home',
      'intermediate_care_bed', 'community_resource'
    )
  ),
  add column told_how text check (told_how in ('phone', 'text', 'email', 'in_person', 'not_possible')),
  add column told_by uuid references staff (id) on delete restrict,
  add constraint handoffs_told_check check ((caller_told_at is null) = (told_how is null) and (told_how is null) = (told_by is null)),
  add unique (id, partner_id);
create index handoffs_told_by_idx on handoffs (told_by);
create index handoffs_waiting_idx on handoffs (queue_id, due_at, id) where status <> 'closed';
create index handoffs_untold_idx on handoffs (queue_id, closed_at) where status = 'closed' and caller_told_at is null;
create index handoffs_lapsing_idx on handoffs (active_at) where status = 'claimed';

create table handoff_steps (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity,
  handoff_id uuid not null references handoffs (id) on delete cascade,
  staff_id uuid references staff (id) on delete restrict,
  at timestamptz not null default clock_timestamp(),
  kind text not null check (
    kind in ('claimed', 'assigned', 'released', 'lapsed', 'moved', 'asked', 'answered', 'note', 'closed', 'told')
  ),
  discipline text,
  whom uuid references staff (id) on delete restrict,
  words text check (length(btrim(words)) between 1 and 4000),
  check ((staff_id is null) = (kind = 'lapsed')),
  check (kind not in ('note', 'asked', 'answered', 'moved') or words is not null)
);
comment on table handoff_steps is 'What was done with something that was handed on, in order. Only ever added to.';
comment on column handoff_steps.staff_id is 'Who did it; nobody when a claim lapsed by itself.';
comment on column handoff_steps.discipline is 'Where it was moved to, or which discipline was asked or answered.';
comment on column handoff_steps.whom is 'To whom a team lead gave it.';
create index handoff_steps_handoff_idx on handoff_steps (handoff_id, number);
create index handoff_steps_staff_idx on handoff_steps (staff_id);
create index handoff_steps_whom_idx on handoff_steps (whom);

create table handoff_asks (
  id uuid primary key default gen_random_uuid(),
  handoff_id uuid not null references handoffs (id) on delete cascade,
  queue_id uuid not null,
  partner_id uuid not null,
  is_joint boolean not null,
  question text not null check (length(btrim(question)) between 1 and 2000),
  asked_by uuid not null references staff (id) on delete restrict,
  asked_at timestamptz not null default now(),
  answer text check (length(btrim(answer)) between 1 and 4000),
  answered_by uuid references staff (id) on delete restrict,
  answered_at timestamptz,
  foreign key (queue_id, partner_id) references queues (id, partner_id) on delete restrict,
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answered_by is null))
);
comment on table handoff_asks is 'Another discipline that was asked about something handed on, or called into a joint discussion, and what it said.';
comment on column handoff_asks.is_joint is 'Called in to talk it over now, together; else a question to be answered.';
create unique index handoff_asks_open_idx on handoff_asks (handoff_id, queue_id) where answered_at is null;
create index handoff_asks_handoff_idx on handoff_asks (handoff_id, asked_at);
create index handoff_asks_queue_idx on handoff_asks (queue_id, partner_id);
create index handoff_asks_waiting_idx on handoff_asks (partner_id, asked_at) where answered_at is null;
create index handoff_asks_asked_by_idx on handoff_asks (asked_by);
create index handoff_asks_answered_by_idx on handoff_asks (answered_by);

-- Who sees what ----------------------------------------------------------------------------------------------------------

-- A restricted item is for whoever raised it, those who safeguard, and the professionals whose queue it was put in: a nurse
-- who is to ring somebody back must be able to read why.
create function works_queue(queue uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select exists (
    select
    from queues
    join staff_disciplines on staff_disciplines.discipline = queues.discipline
    where queues.id = queue and queues.partner_id = viewer_partner() and staff_disciplines.staff_id = viewer_id()
  );
end;
comment on function works_queue is 'Whether the viewer is of the discipline and organisation that work a queue.';

create function was_asked(handoff uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select exists (
    select
    from handoff_asks
    where
      handoff_asks.handoff_id = handoff
      and handoff_asks.partner_id = viewer_partner()
      and works_queue(handoff_asks.queue_id)
  );
end;
comment on function was_asked is 'Whether the viewer is of a discipline that was asked about something handed on.';

drop policy handoffs_seen on handoffs;
create policy handoffs_seen on handoffs for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and (
      (
        (partner_id = (select viewer_partner()) or from_partner_id = (select viewer_partner()))
        and (
          not is_restricted
          or created_by = (select viewer_id())
          or (select viewer_safeguards())
          or (partner_id = (select viewer_partner()) and works_queue(queue_id))
        )
      )
      or was_asked(id)
    )
  );
drop policy handoffs_working on handoffs;
create policy handoffs_working on handoffs for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and (not is_restricted or (select viewer_safeguards()) or works_queue(queue_id))
  );

create function sees_handoff(handoff uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select exists (
    select
    from handoffs
    where
      id = handoff
      and viewer_purpose() = 'desk'
      and (
        (
          (partner_id = viewer_partner() or from_partner_id = viewer_partner())
          and (
            not is_restricted
            or created_by = viewer_id()
            or viewer_safeguards()
            or (partner_id = viewer_partner() and works_queue(queue_id))
          )
        )
        or was_asked(id)
      )
  );
end;
comment on function sees_handoff is 'Whether the viewer may read something handed on: the policy of handoffs, for what hangs on them.';

create function sees_call_handed(call uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select exists (
    select
    from handoffs
    join calls on calls.id = handoffs.call_id
    where
      handoffs.call_id = call
      and (
        (
          handoffs.partner_id = viewer_partner()
          and (not calls.is_restricted or viewer_safeguards() or works_queue(handoffs.queue_id))
        )
        or was_asked(handoffs.id)
      )
    union all
    select
    from safeguarding_concerns
    where
      safeguarding_concerns.call_id = call
      and safeguarding_concerns.partner_id = viewer_partner()
      and (viewer_safeguards() or safeguarding_concerns.lead_id = viewer_id())
  );
end;
comment on function sees_call_handed is
  'Whether a call was handed to the viewer''s organisation, the viewer''s discipline was asked about it, or they look at a concern that was raised in it.';

drop policy calls_handed on calls;
create policy calls_handed on calls for select to fingerpost_web
  using ((select viewer_purpose()) = 'desk' and sees_call_handed(id));

do $$
declare
  place text;
begin
  foreach place in array array['handoff_steps', 'handoff_asks'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
    execute format('create policy %I on %I for select to fingerpost_web using (sees_handoff(handoff_id))', place || '_seen', place);
  end loop;
end
$$;
create policy handoff_steps_writing on handoff_steps for insert to fingerpost_web
  with check (staff_id = (select viewer_id()) and sees_handoff(handoff_id));
create policy handoff_asks_asking on handoff_asks for insert to fingerpost_web
  with check (
    asked_by = (select viewer_id())
    and sees_handoff(handoff_id)
    and exists (select from queues where queues.id = queue_id and queues.partnership_id = (select viewer_partnership()))
  );
create policy handoff_asks_answering on handoff_asks for update to fingerpost_web
  using ((select viewer_purpose()) = 'desk' and partner_id = (select viewer_partner()) and works_queue(queue_id));
grant select, insert on handoff_steps to fingerpost_web;
grant select, insert on handoff_asks to fingerpost_web;
grant update (answer, answered_by, answered_at) on handoff_asks to fingerpost_web;

-- Claims lapse -----------------------------------------------------------------------------------------------------------

create function lapse_claims() returns integer
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  count integer;
begin
  if viewer_purpose() <> 'housekeeping' then
    raise exception 'Claims lapse as part of housekeeping.' using errcode = 'insufficient_privilege';
  end if;
  with lapsed as (
    update handoffs
    set status = 'waiting', claimed_by = null, claimed_at = null, active_at = null, version = version + 1
    where status = 'claimed' and active_at < now() - interval '10 minutes'
    returning id
  ),
  told as (
    insert into handoff_steps (handoff_id, kind)
    select id, 'lapsed' from lapsed
  )
  select count(*) into count from lapsed;
  return count;
end
$$;
comment on function lapse_claims is 'Puts back into its queue whatever was claimed and lay idle for ten minutes. Says how many.';
revoke execute on function lapse_claims from public;
grant execute on function lapse_claims to fingerpost_web;

-- Moving on ----------------------------------------------------------------------------------------------------------------

-- Past the policies, because the organisation that passes something on may not see it any more once it has.
create function move_handoff(handoff uuid, to_queue uuid, shown_version integer, due timestamptz, why text) returns boolean
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  moved handoffs;
begin
  update handoffs
  set
    queue_id = queues.id,
    partner_id = queues.partner_id,
    due_at = due,
    status = 'waiting',
    claimed_by = null,
    claimed_at = null,
    active_at = null,
    version = handoffs.version + 1
  from queues
  where
    handoffs.id = handoff
    and handoffs.version = shown_version
    and handoffs.status <> 'closed'
    and queues.id = to_queue
    and queues.id <> handoffs.queue_id
    and queues.partnership_id = viewer_partnership()
    and viewer_purpose() = 'desk'
    and handoffs.partner_id = viewer_partner()
    and (not handoffs.is_restricted or viewer_safeguards() or works_queue(handoffs.queue_id))
  returning handoffs.* into moved;
  if moved.id is null then
    return false;
  end if;
  insert into handoff_steps (handoff_id, staff_id, kind, discipline, words)
  select moved.id, viewer_id(), 'moved', discipline, why from queues where id = to_queue;
  return true;
end
$$;
comment on function move_handoff is
  'Puts something handed on into another queue of the partnership, unclaimed. False when it changed since it was shown.';
revoke execute on function move_handoff from public;
grant execute on function move_handoff to fingerpost_web;

-- Coming near a person whom something handed on is about -------------------------------------------------------------------

alter table person_access drop constraint person_access_because_check;
alter table person_access add check (because in ('keeper', 'consent', 'handed_on'));

-- For as long as it is being worked on, those to whom it was handed may open the record for their care, unless the person
-- has said no to that very organisation.
create or replace function wanted_access(members uuid[]) returns table (person_id uuid, partner_id uuid, because text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with said as (
    select distinct on (consents.partner_id) consents.partner_id, consents.decision
    from consents
    where consents.person_id = any(members) and consents.kind = 'share_with_partner'
    order by consents.partner_id, consents.number desc
  ),
  handed as (
    select handoffs.partner_id
    from handoffs
    -- Until the caller has been told, as the record says in which way that is safe.
    where handoffs.person_id = any(members) and (handoffs.status <> 'closed' or handoffs.caller_told_at is null)
    union
    select handoff_asks.partner_id
    from handoff_asks
    join handoffs on handoffs.id = handoff_asks.handoff_id
    where handoffs.person_id = any(members) and handoffs.status <> 'closed'
    union
    select safeguarding_concerns.partner_id
    from safeguarding_concerns
    where safeguarding_concerns.person_id = any(members) and safeguarding_concerns.decided_at is null
  )
  select people.id, people.partner_id, 'keeper' from people where people.id = any(members)
  union all
  select people.id, said.partner_id, 'consent'
  from people
  join said on said.partner_id <> people.partner_id and said.decision = 'given'
  where people.id = any(members)
  union all
  select people.id, handed.partner_id, 'handed_on'
  from people
  join handed on handed.partner_id <> people.partner_id
  where people.id = any(members) and handed.partner_id not in (select said.partner_id from said);
end;

create function access_after_handoff() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  if new.person_id is not null then
    perform refresh_access(new.person_id);
  end if;
  return null;
end
$$;
create trigger handoffs_access after insert or update of partner_id, status, caller_told_at on handoffs
  for each row execute function access_after_handoff();
create trigger safeguarding_concerns_access after insert or update of decided_at on safeguarding_concerns
  for each row execute function access_after_handoff();

create function access_after_ask() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  person uuid;
begin
  select person_id into person from handoffs where id = new.handoff_id;
  if person is not null then
    perform refresh_access(person);
  end if;
  return null;
end
$$;
create trigger handoff_asks_access after insert on handoff_asks
  for each row execute function access_after_ask();

-- Telling open pages ------------------------------------------------------------------------------------------------------

-- What is told: a topic, and the id of what changed there. Never anything about anyone. Whoever listens asks for the rest
-- and is shown what they may see. What concerns safeguarding has a topic that only those who safeguard may hear.
create function tell(topic text, of_what uuid, whose uuid) returns void
  volatile language sql
  as $$
  select pg_notify('fingerpost', topic || ':' || of_what || ' ' || whose) where of_what is not null
$$;
comment on function tell is 'Tells every web server, once this transaction is committed, that something of a topic has changed.';

create function tell_of_handoff() returns trigger
  language plpgsql
  as $$
begin
  if new.is_restricted then
    perform tell('safeguarding', new.partner_id, new.id);
  else
    perform tell('queue', new.partner_id, new.id);
    if tg_op = 'UPDATE' and old.partner_id <> new.partner_id then
      perform tell('queue', old.partner_id, new.id);
    end if;
    perform tell('desk', new.from_partner_id, new.call_id);
  end if;
  perform tell('handoff', new.id, new.id);
  perform tell('staff', new.created_by, new.id);
  perform tell('staff', new.claimed_by, new.id);
  return null;
end
$$;
create trigger handoffs_told after insert or update on handoffs for each row execute function tell_of_handoff();

create function tell_of_handoff_part() returns trigger
  language plpgsql
  as $$
begin
  perform tell('handoff', new.handoff_id, new.handoff_id);
  if tg_table_name = 'handoff_asks' then
    perform tell('queue', (to_jsonb(new) ->> 'partner_id')::uuid, new.handoff_id)
    where exists (select from handoffs where id = new.handoff_id and not is_restricted);
  end if;
  return null;
end
$$;
create trigger handoff_steps_told after insert on handoff_steps for each row execute function tell_of_handoff_part();
create trigger handoff_asks_told after insert or update on handoff_asks for each row execute function tell_of_handoff_part();

create function tell_of_draft() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' then
    perform tell('call', old.id, old.id);
    perform tell('desk', old.partner_id, old.id);
  else
    perform tell('call', new.id, new.id);
    if tg_op = 'INSERT' or old.person_id is distinct from new.person_id then
      perform tell('desk', new.partner_id, new.id);
    end if;
  end if;
  return null;
end
$$;
create trigger call_drafts_told after insert or delete or update of person_id, held_since, talk_ended_at, channel on call_drafts
  for each row execute function tell_of_draft();

create function tell_of_draft_part() returns trigger
  language plpgsql
  as $$
begin
  -- Whose page it was typed in, so that this very page need not ask again.
  if tg_op = 'DELETE' then
    perform tell('call', old.draft_id, old.draft_id);
  elsif tg_table_name = 'call_draft_fields' then
    perform tell('call', new.draft_id, (to_jsonb(new) ->> 'changed_from')::uuid);
  else
    perform tell('call', new.draft_id, new.draft_id);
  end if;
  return null;
end
$$;
create trigger call_draft_fields_told after insert or update on call_draft_fields
  for each row execute function tell_of_draft_part();
create trigger call_presence_told after insert or delete or update of field on call_presence
  for each row execute function tell_of_draft_part();

create function tell_of_call_back() returns trigger
  language plpgsql
  as $$
begin
  perform tell('desk', new.partner_id, new.id);
  perform tell('staff', new.staff_id, new.id);
  return null;
end
$$;
create trigger call_backs_told after insert or update on call_backs for each row execute function tell_of_call_back();

create function tell_of_concern() returns trigger
  language plpgsql
  as $$
begin
  perform tell('safeguarding', new.partner_id, new.id);
  perform tell('staff', new.lead_id, new.id);
  perform tell('staff', new.raised_by, new.id);
  return null;
end
$$;
create trigger safeguarding_concerns_told after insert or update on safeguarding_concerns
  for each row execute function tell_of_concern();

do $$
declare
  inner_function text;
begin
  foreach inner_function in array array[
    'works_queue(uuid)', 'was_asked(uuid)', 'sees_handoff(uuid)', 'sees_call_handed(uuid)'
  ] loop
    execute format('revoke execute on function %s from public', inner_function);
    execute format('grant execute on function %s to fingerpost_web', inner_function);
  end loop;
end
$$;
