-- A calendar of one's own work, for the calendar of one's telephone. Whoever has its address reads it, so it says when and
-- what for, and nothing of anybody: a reference at most.

create table calendar_feeds (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null references staff (id) on delete cascade,
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_at timestamptz not null default now(),
  seen_at timestamptz,
  ended_at timestamptz
);
comment on table calendar_feeds is 'An address at which the calendar of one member of staff is read without signing in, until it is ended. Each has one at a time.';
comment on column calendar_feeds.seen_at is 'When a calendar last asked, give or take a minute.';
create unique index calendar_feeds_open_idx on calendar_feeds (staff_id) where ended_at is null;
create index calendar_feeds_staff_idx on calendar_feeds (staff_id);

create function open_calendar(hash bytea) returns boolean
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  is_open boolean;
begin
  if viewer_purpose() <> 'calendar' then
    return null;
  end if;
  select calendar_feeds.ended_at is null and staff.disabled_at is null and partners.closed_at is null into is_open
  from calendar_feeds
  join staff on staff.id = calendar_feeds.staff_id
  join partners on partners.id = staff.partner_id
  where calendar_feeds.token_hash = hash;
  if is_open then
    update calendar_feeds set seen_at = now()
    where token_hash = hash and (seen_at is null or seen_at < now() - interval '1 minute');
  end if;
  return is_open;
end
$$;
comment on function open_calendar is 'Whether the address with this hash opens a calendar; null where there never was such an address.';

create function calendar_entries(hash bytea, earliest date, latest date) returns table (
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
comment on function calendar_entries is
  'What stands in the calendar with this address: when, what kind, and a reference. Whoever asks has the token; no table need be readable for it.';

alter table calendar_feeds enable row level security, force row level security;
create policy calendar_feeds_owner on calendar_feeds for all to current_user using (true) with check (true);
create policy calendar_feeds_own on calendar_feeds for all to fingerpost_web
  using (staff_id = (select viewer_id()) and (select viewer_purpose()) = 'own-account')
  with check (staff_id = (select viewer_id()) and (select viewer_purpose()) = 'own-account');
create policy calendar_feeds_housekeeping on calendar_feeds for all to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');

-- The hash goes in and is never read again.
grant select (id, staff_id, made_at, seen_at, ended_at) on calendar_feeds to fingerpost_web;
grant insert, delete on calendar_feeds to fingerpost_web;
grant update (ended_at) on calendar_feeds to fingerpost_web;
revoke execute on function open_calendar(bytea), calendar_entries(bytea, date, date) from public;
grant execute on function open_calendar(bytea), calendar_entries(bytea, date, date) to fingerpost_web;
