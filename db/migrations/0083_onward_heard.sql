-- What services answer is of use beyond one case: their own listing says whether there is room, workers see how they answer
-- while they look for something, and it is counted what came of passing on.

alter table services
  add column heard_space text check (heard_space in ('open', 'waiting-list', 'full')),
  add column heard_space_on date,
  add check ((heard_space is null) = (heard_space_on is null));
comment on column services.heard_space is 'Whether there is room, as they last answered somebody who was passed on to them. An import does not touch it.';
alter table services
  add column space_now text not null generated always as (
    case when heard_space_on >= coalesce(checked_on, date '-infinity') then heard_space else space end
  ) stored,
  add column space_now_on date generated always as (
    case when heard_space_on >= coalesce(checked_on, date '-infinity') then heard_space_on end
  ) stored;
comment on column services.space_now is 'What is shown: what was heard last, unless the listing was checked after that.';
comment on column services.space_now_on is 'When that was heard; null where the listing itself says it.';
create index services_heard_space_idx on services (heard_space_on) where heard_space_on is not null;

create function forget_heard_space(days integer) returns integer
  security definer set search_path = public, pg_temp language sql
begin atomic
  with forgotten as (
    update services set heard_space = null, heard_space_on = null
    where viewer_purpose() = 'housekeeping' and heard_space_on < london_day(now()) - days
    returning 1
  )
  select count(*)::integer from forgotten;
end;
comment on function forget_heard_space is 'What was heard so many days ago says nothing of today: the listing speaks for itself again.';
revoke execute on function forget_heard_space from public;
grant execute on function forget_heard_space to fingerpost_web;

create function hear_space() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  heard text := case
    when new.state = 'accepted' then 'open'
    when new.decline_reason = 'full' then 'full'
    when new.decline_reason = 'waiting_list' then 'waiting-list'
  end;
begin
  if heard is not null then
    update services set heard_space = heard, heard_space_on = london_day(now())
    where id = new.service_id and (heard_space, heard_space_on) is distinct from (heard, london_day(now()));
  end if;
  return null;
end
$$;
comment on function hear_space is 'An answer says whether a service has room. Nothing of whom it was about goes with it.';
revoke execute on function hear_space from public;
create trigger onward_referrals_heard after update on onward_referrals
  for each row when (new.state is distinct from old.state and new.state in ('accepted', 'declined'))
  execute function hear_space();

-- As onward_record before, of many services at once: beside each of a list.
drop function onward_record;
create function onward_records(which uuid[])
  returns table (service_id uuid, answered integer, accepted integer, median_days numeric, last_said text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    onward_referrals.service_id,
    count(*)::integer,
    count(*) filter (where decline_reason is null)::integer,
    round((percentile_cont(0.5) within group (order by extract(epoch from answered_at - made_at) / 86400))::numeric, 1),
    (array_agg(coalesce(decline_reason, 'accepted') order by answered_at desc))[1]
  from onward_referrals
  where
    onward_referrals.service_id = any(which)
    and answered_at is not null
    and (select viewer_purpose()) = 'caseload'
    and (select viewer_walks())
  group by onward_referrals.service_id
  having count(*) >= 5;
end;
comment on function onward_records is 'How often and how quickly services take whoever is passed on to them. From five answers on, and nobody in it.';
revoke execute on function onward_records from public;
grant execute on function onward_records to fingerpost_web;

create function onward_figures(from_day date, to_day date, grouped text)
  returns table (
    name text, passed integer, took_part integer, declined integer, waiting integer, answered integer,
    median_days double precision
  )
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with counted as (
    select
      case grouped
        when 'provider' then partners.name
        when 'source' then cases.source
        when 'tier' then cases.tier
        when 'need' then coalesce(onward_referrals.need_key, cases.needs[1], 'none')
        when 'area' then coalesce((select people.outcode from people where people.id = cases.person_id), 'not known')
        else 'all'
      end as name,
      onward_referrals.state,
      attended,
      extract(epoch from answered_at - made_at)::double precision / 86400 as days
    from onward_referrals
    join cases on cases.id = onward_referrals.case_id
    join partners on partners.id = onward_referrals.partner_id
    where
      (select viewer_purpose()) = 'figures'
      and cases.partnership_id = (select viewer_partnership())
      and (onward_referrals.partner_id = (select viewer_partner()) or (select counts_partnership()))
      and exists (
        select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
      )
      and made_at >= from_day::timestamp at time zone 'Europe/London'
      and made_at < (to_day + 1)::timestamp at time zone 'Europe/London'
  )
  select
    counted.name,
    count(*)::integer,
    (count(*) filter (where state = 'started' or attended > 0))::integer,
    (count(*) filter (where state = 'declined'))::integer,
    (count(*) filter (where state in ('sent', 'seen')))::integer,
    count(days)::integer,
    percentile_cont(0.5) within group (order by days)
  from counted
  group by counted.name
  order by counted.name;
end;
comment on function onward_figures is
  'Of those who were passed on in a span of days: how many took part (started, or came at least once), were declined, or have no answer yet; and the middle time to an answer, in days.';
revoke execute on function onward_figures from public;
grant execute on function onward_figures to fingerpost_web;
create index onward_referrals_made_idx on onward_referrals (partner_id, made_at);
