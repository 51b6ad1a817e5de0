-- In a case that two organisations walk in together each of the two has a next step that is theirs: that of whoever has the case
-- stands in it, that of whoever walks too stands with the share, and belongs to one of their workers. And whoever referred hears
-- of the first contact, whichever of the two was first.

alter table case_shares
  add column walker_id uuid,
  add column next_step text check (length(btrim(next_step)) between 1 and 500),
  add column next_step_on date,
  add column no_step_reason text check (length(btrim(no_step_reason)) between 1 and 500),
  add foreign key (walker_id, to_partner_id) references staff (id, partner_id) on delete restrict,
  add check ((next_step is null) = (next_step_on is null)),
  add check (next_step is null or no_step_reason is null),
  -- As in a case: whoever walks has a next step, or the reason why there is none.
  add check ((walker_id is null) = (next_step is null and no_step_reason is null));
comment on column case_shares.walker_id is 'Who of the other organisation walks along; null until somebody of theirs has taken it on.';
comment on column case_shares.next_step is 'What comes next for them. That of the organisation which has the case stands in the case.';
create index case_shares_walker_idx on case_shares (walker_id, to_partner_id, next_step_on);
create index case_shares_joint_idx on case_shares (to_partner_id, walker_id) where works_with_us and ended_at is null;

create function set_joint_step(asked uuid, step text, step_on date, why_none text) returns boolean
  security definer set search_path = public, pg_temp language sql
begin atomic
  update case_shares
  set walker_id = viewer_id(), next_step = step, next_step_on = step_on, no_step_reason = why_none
  where case_id = asked and to_partner_id = viewer_partner() and works_jointly(asked)
  returning true;
end;
comment on function set_joint_step is
  'What comes next for whoever walks in another organisation''s case: the viewer does it, and has taken it on with that.';

-- The next step of whoever has the case is theirs alone now.
create or replace function joint_change_is_small() returns trigger
  language plpgsql
  as $$
declare
  theirs constant text[] := array[
    'status', 'version', 'contacts', 'attempts', 'first_attempt_at', 'first_contact_at', 'last_contact_at'
  ];
begin
  if
    to_jsonb(new) - theirs is distinct from to_jsonb(old) - theirs
    or (new.status <> old.status and (old.status not in ('referred', 'contact_attempted') or new.status not in ('contact_attempted', 'active')))
  then
    raise exception 'This is for the organisation that has the case.' using errcode = '42501';
  end if;
  return new;
end
$$;

-- Whoever walks along reads nothing of the referral. They get what the news needs to say which one it is, and give back the
-- words: to whom they go, they do not learn.
create function joint_news(asked uuid) returns table (reference text, their_reference text, provider_name text)
  stable security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  return query
  select referrals.reference, referrals.referrer_reference, partners.name
  from cases
  join referrals on referrals.id = cases.referral_id
  join partners on partners.id = referrals.to_partner_id
  where
    cases.id = asked
    and works_jointly(asked)
    and referrals.referrer_email is not null
    and (referrals.check_hash is null or referrals.referrer_checked_at is not null)
    -- While the person agrees, as referrer_may_hear says for whoever has the case.
    and referrals.may_tell_referrer
    and referrals.consent = 'given'
    and said_of_sharing(
      referrals.person_id, coalesce(referrals.referrer_organisation, referrals.referrer_name, ''), referrals.source = 'gp'
    ) <> 'refused'
    and not exists (
      select
      from (
        select consents.decision
        from consents
        where consents.person_id = any(person_group(person_root(referrals.person_id))) and consents.kind = 'be_referred'
        order by consents.number desc
        limit 1
      ) as standing
      where standing.decision <> 'given'
    )
    and not exists (
      select
      from referral_events
      where
        referral_events.referral_id = referrals.id
        and referral_events.partner_id = referrals.to_partner_id
        and referral_events.kind = 'told_referrer'
        and referral_events.words = 'first contact'
    );
end
$$;
comment on function joint_news is
  'What is said of a first contact in a joint case, where whoever referred may hear of it and has not: which referral, and in whose name.';

create function post_joint_news(asked uuid, subject text, body text) returns void
  security definer set search_path = public, pg_temp language sql
begin atomic
  with
    told as (
      select referrals.id, referrals.to_partner_id, referrals.referrer_email
      from joint_news(asked)
      join cases on cases.id = asked
      join referrals on referrals.id = cases.referral_id
    ),
    posted as (
      insert into messages (partner_id, channel, recipient, subject, body)
      select told.to_partner_id, 'email', told.referrer_email, post_joint_news.subject, post_joint_news.body
      from told
    )
  insert into referral_events (referral_id, partner_id, kind, words, by_id)
  select told.id, told.to_partner_id, 'told_referrer', 'first contact', viewer_id()
  from told;
end;
comment on function post_joint_news is
  'Tells whoever referred of the first contact in a joint case, in the name of whoever has it; once, and only where they may hear of it.';

revoke execute on function set_joint_step, joint_news, post_joint_news from public;
grant execute on function set_joint_step, joint_news, post_joint_news to fingerpost_web;

-- As in 0077, and: the steps of somebody in joint cases.

create or replace function calendar_entries(hash bytea, earliest date, latest date) returns table (
  kind text, id uuid, reference text, place text, starts_at timestamptz, ends_at timestamptz, on_day date
)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with owner as (
    select staff.id, staff.partner_id
    from calendar_feeds
    join staff on staff.id = calendar_feeds.staff_id and staff.disabled_at is null
    where calendar_feeds.token_hash = hash and calendar_feeds.ended_at is null and viewer_purpose() = 'calendar'
  ),
  own_cases as (
    select cases.id, cases.reference, cases.status, cases.next_step_on, cases.paused_until, cases.plan_review_on
    from owner
    join cases
      on cases.worker_id = owner.id and cases.partner_id = owner.partner_id and cases.status <> 'closed'
  )
  select 'visit', case_visits.id, cases.reference, null, case_visits.leaves_at, case_visits.back_by, null::date
  from owner
  join case_visits on case_visits.staff_id = owner.id and case_visits.partner_id = owner.partner_id
  join cases on cases.id = case_visits.case_id
  where
    case_visits.called_off_at is null
    and london_day(case_visits.leaves_at) between earliest and latest
  union all
  select 'contact', own_cases.id, own_cases.reference, null, null, null, next_step_on
  from own_cases
  where own_cases.status <> 'paused' and next_step_on between earliest and latest
  union all
  select 'contact', cases.id, cases.reference, null, null, null, case_shares.next_step_on
  from owner
  join case_shares
    on case_shares.walker_id = owner.id
    and case_shares.to_partner_id = owner.partner_id
    and case_shares.works_with_us
    and case_shares.ended_at is null
  join cases on cases.id = case_shares.case_id and cases.status <> 'closed'
  where case_shares.next_step_on between earliest and latest
  union all
  select 'pause_ends', own_cases.id, own_cases.reference, null, null, null, paused_until
  from own_cases
  where own_cases.status = 'paused' and paused_until between earliest and latest
  union all
  select 'review', own_cases.id, own_cases.reference, null, null, null, plan_review_on
  from own_cases
  where plan_review_on between earliest and latest
  union all
  select 'call_back', call_backs.id, null, null, call_backs.due_at, call_backs.due_at + interval '15 minutes', null
  from owner
  join call_backs on call_backs.staff_id = owner.id and call_backs.partner_id = owner.partner_id
  where call_backs.done_at is null and london_day(call_backs.due_at) between earliest and latest
  union all
  select
    mdt_meetings.kind, mdt_meetings.id, mdts.name, mdt_meetings.place,
    (mdt_meetings.held_on + mdt_meetings.starts_at::time) at time zone 'Europe/London',
    (mdt_meetings.held_on + mdt_meetings.starts_at::time) at time zone 'Europe/London'
      + case mdt_meetings.kind when 'mdt' then interval '1 hour' else interval '15 minutes' end,
    case when mdt_meetings.starts_at is null then mdt_meetings.held_on end
  from owner
  join mdt_attendees on mdt_attendees.staff_id = owner.id and mdt_attendees.attendance <> 'apologies'
  join mdt_meetings on mdt_meetings.id = mdt_attendees.meeting_id
  join mdts on mdts.id = mdt_meetings.mdt_id
  where mdt_meetings.held_on between earliest and latest
  union all
  select 'agreed', mdt_actions.id, null, null, null, null, mdt_actions.due_on
  from owner
  join mdt_actions on mdt_actions.owner_id = owner.id
  where mdt_actions.done_at is null and mdt_actions.due_on between earliest and latest
  limit 2000;
end;
