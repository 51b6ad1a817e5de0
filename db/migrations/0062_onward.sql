-- Passing on from a case to a listed service, and hearing back by a private link. What the provider of the service reads
-- is kept word for word, with the consent it was sent under.

create table onward_referrals (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  partner_id uuid not null,
  service_id uuid references services (id) on delete set null,
  service_name text not null check (length(btrim(service_name)) between 1 and 300),
  need_key text references needs (key) on delete restrict,
  kind text not null check (kind in ('told', 'supported', 'accompanied')),
  state text not null check (state in ('told', 'sent', 'seen', 'accepted', 'declined', 'started', 'ended')),
  shared text check (length(btrim(shared)) between 1 and 2000),
  consent_by text check (consent_by in ('person', 'carer', 'attorney')),
  consent_how text check (consent_how in ('spoken', 'written')),
  to_email text check (length(to_email) between 3 and 254),
  token_hash bytea unique,
  expires_at timestamptz,
  withdrawn_at timestamptz,
  made_by uuid not null references staff (id) on delete restrict,
  made_at timestamptz not null default now(),
  seen_at timestamptz,
  answered_at timestamptz,
  decline_reason text check (decline_reason in ('full', 'waiting_list', 'not_suitable', 'out_of_area', 'cost', 'other')),
  attended integer not null default 0 check (attended between 0 and 500),
  ended_how text check (ended_how in ('goes_on_alone', 'finished', 'stopped', 'never_came', 'moved', 'other')),
  reply_at timestamptz,
  looked_at timestamptz,
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade,
  check (kind = 'told' or num_nonnulls(shared, consent_by, consent_how, to_email, token_hash, expires_at, need_key) = 7),
  check (kind <> 'told' or num_nonnulls(shared, consent_by, consent_how, to_email, token_hash, expires_at) = 0),
  check (kind <> 'told' or state in ('told', 'started', 'ended')),
  check (kind = 'told' or state <> 'told'),
  check ((state = 'declined') = (decline_reason is not null)),
  check ((state = 'ended') = (ended_how is not null)),
  check (attended = 0 or state in ('started', 'ended'))
);
comment on table onward_referrals is 'Somebody of a case was told about a listed service, or passed on to it. Its life stands in docs/passing-on.md.';
comment on column onward_referrals.shared is 'What the provider of the service reads, word for word.';
comment on column onward_referrals.looked_at is 'When the worker last looked at a reply; before reply_at: it still stands in their day.';
create index onward_referrals_case_idx on onward_referrals (case_id, partner_id, made_at desc);
create index onward_referrals_service_idx on onward_referrals (service_id);
create index onward_referrals_need_idx on onward_referrals (need_key);
create index onward_referrals_made_by_idx on onward_referrals (made_by);
create index onward_referrals_waiting_idx on onward_referrals (partner_id, made_at)
  where state in ('sent', 'seen') and withdrawn_at is null;
create index onward_referrals_reply_idx on onward_referrals (partner_id, reply_at) where looked_at is null and reply_at is not null;

create function onward_may_move(was text, becomes text) returns boolean
  immutable parallel safe language sql
begin atomic
  select case was
    when 'told' then becomes in ('started', 'ended')
    when 'sent' then becomes in ('seen', 'accepted', 'declined')
    when 'seen' then becomes in ('accepted', 'declined')
    when 'accepted' then becomes in ('started', 'ended')
    when 'started' then becomes in ('started', 'ended')
    else false
  end;
end;
comment on function onward_may_move is 'The life of an onward referral. app/domain/onward/onward-life.ts has the same table; a test compares them.';

create function hold_onward_life() returns trigger language plpgsql
  as $$
begin
  if new.state <> old.state and not onward_may_move(old.state, new.state) then
    raise exception 'An onward referral does not go from % to %.', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.attended < old.attended or new.shared is distinct from old.shared then
    raise exception 'What was shared, and how often somebody came, is not taken back.' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger onward_referrals_life before update on onward_referrals for each row execute function hold_onward_life();

alter table onward_referrals enable row level security, force row level security;
create policy onward_referrals_owner on onward_referrals for all to current_user using (true) with check (true);
create policy onward_referrals_of_case on onward_referrals for select to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and exists (select from cases where cases.id = case_id));
create policy onward_referrals_adding on onward_referrals for insert to fingerpost_web
  with check (made_by = (select viewer_id()) and partner_id = (select viewer_partner()) and viewer_has_case(case_id));
create policy onward_referrals_changing on onward_referrals for update to fingerpost_web
  using (partner_id = (select viewer_partner()) and viewer_has_case(case_id));
grant select, insert on onward_referrals to fingerpost_web;
grant update (withdrawn_at, looked_at) on onward_referrals to fingerpost_web;

-- One answer, from the link or as heard by telephone: 'kept', also when it says what is known already; else 'not_now'.
create function move_onward(which uuid, becomes text, reason text, times integer, how text, by_worker uuid) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  one onward_referrals;
  about cases;
begin
  select * into one from onward_referrals where id = which for update;
  if one.state = becomes and (becomes <> 'started' or coalesce(times, 0) <= one.attended) then
    return 'kept';
  end if;
  if not onward_may_move(one.state, becomes) then
    return 'not_now';
  end if;
  update onward_referrals
  set
    state = becomes,
    decline_reason = case when becomes = 'declined' then reason end,
    attended = greatest(attended, case when becomes in ('started', 'ended') then coalesce(times, 0) else 0 end),
    ended_how = case when becomes = 'ended' then how end,
    answered_at = case when becomes in ('accepted', 'declined') then coalesce(answered_at, now()) else answered_at end,
    reply_at = case when by_worker is null then now() else reply_at end,
    looked_at = case when by_worker is null then null else now() end
  where id = which;
  select * into about from cases where id = one.case_id;
  insert into case_events (case_id, partner_id, kind, words, by_id)
  values (
    one.case_id, one.partner_id, 'onward',
    one.service_name || ': ' || becomes
      || case becomes
        when 'declined' then ' (' || replace(reason, '_', ' ') || ')'
        when 'started' then ', came ' || greatest(one.attended, coalesce(times, 0)) || ' times so far'
        when 'ended' then ' (' || replace(how, '_', ' ') || ')'
        else ''
      end,
    by_worker
  );
  if becomes = 'declined' then
    insert into gaps (partnership_id, need_key, outcode, reason, service_id, source)
    select
      about.partnership_id, one.need_key, people.outcode,
      case reason
        when 'full' then 'full' when 'waiting_list' then 'full' when 'not_suitable' then 'not_eligible'
        when 'out_of_area' then 'too_far' when 'cost' then 'cost' else 'declined'
      end,
      one.service_id, 'onward_referral'
    from people
    where people.id = about.person_id;
  end if;
  return 'kept';
end
$$;
comment on function move_onward is 'One step in the life of an onward referral, with its line in the case and its gap. Only for the two functions below.';
revoke execute on function move_onward from public;

create function open_onward(hash bytea)
  returns table (service_name text, from_name text, state text, shared text, attended integer)
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  one onward_referrals;
begin
  select * into one
  from onward_referrals
  where viewer_purpose() = 'answer' and token_hash = hash and expires_at > now() and withdrawn_at is null
  for update;
  if not found then
    return;
  end if;
  if one.state = 'sent' then
    update onward_referrals set state = 'seen', seen_at = now() where id = one.id returning * into one;
  end if;
  perform record_act(
    'onward_opened', (select person_id from cases where id = one.case_id),
    jsonb_build_object('case', one.case_id, 'onward', one.id)
  );
  return query
    select one.service_name, partners.name, one.state, one.shared, one.attended from partners where partners.id = one.partner_id;
end
$$;
comment on function open_onward is 'What a private link shows to the provider of a service, while it holds: what was agreed to be shared, and no more.';

create function answer_onward(hash bytea, becomes text, reason text, times integer, how text) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  one onward_referrals;
  outcome text;
begin
  select * into one
  from onward_referrals
  where viewer_purpose() = 'answer' and token_hash = hash and expires_at > now() and withdrawn_at is null;
  if not found then
    return 'gone';
  end if;
  outcome := move_onward(one.id, becomes, reason, times, how, null);
  if outcome = 'kept' then
    perform record_act(
      'onward_answered', (select person_id from cases where id = one.case_id),
      jsonb_build_object('case', one.case_id, 'onward', one.id, 'answer', becomes)
    );
  end if;
  return outcome;
end
$$;
comment on function answer_onward is 'The provider of a service answers by their private link.';

create function note_onward(which uuid, becomes text, reason text, times integer, how text) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  if not exists (
    select from onward_referrals
    join cases on cases.id = onward_referrals.case_id
    where
      onward_referrals.id = which
      and viewer_purpose() = 'caseload'
      and viewer_walks()
      and cases.partner_id = viewer_partner()
  ) then
    return 'gone';
  end if;
  return move_onward(which, becomes, reason, times, how, viewer_id());
end
$$;
comment on function note_onward is 'A worker writes down what they heard by telephone.';

-- How a service answers, over all providers: shown from five answers on, so that it tells of nobody's case.
create function onward_record(which uuid)
  returns table (answered integer, accepted integer, median_days numeric, last_said text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    count(*)::integer,
    count(*) filter (where decline_reason is null)::integer,
    round((percentile_cont(0.5) within group (order by extract(epoch from answered_at - made_at) / 86400))::numeric, 1),
    (array_agg(coalesce(decline_reason, 'accepted') order by answered_at desc))[1]
  from onward_referrals
  where service_id = which and answered_at is not null and viewer_purpose() = 'caseload' and viewer_walks()
  having count(*) >= 5;
end;
comment on function onward_record is 'How often and how quickly a service takes whoever is passed on to it. From five answers on, and nobody in it.';

revoke execute on function open_onward, answer_onward, note_onward, onward_record from public;
grant execute on function open_onward, answer_onward, note_onward, onward_record to fingerpost_web;
