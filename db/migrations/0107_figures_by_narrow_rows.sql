-- The figures from referral to engaged and those of passing on, quicker: the hours to a first contact are worked out when the
-- contact is written down and not each time somebody counts; what was passed on has one narrow row of what is counted, kept by
-- the transaction that changes it; and each figure is planned for the group that is asked for. They give what they gave.

alter table referral_figures
  add column hours double precision
    generated always as (date_part('epoch', first_contact_at - made_at) / 3600) stored;
comment on column referral_figures.hours is 'From the first minute to the first contact; null before there is one.';

create or replace function walking_figures(from_day date, to_day date, grouped text)
  returns table (
    name text, referred integer, waiting integer, declined integer, engaged integer, reached integer,
    median_hours double precision, closed integer, contacts_of_closed integer
  )
  stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan language sql
begin atomic
  with
    counted as (
      select
        case grouped
          when 'provider' then referral_figures.partner_id::text
          when 'source' then referral_figures.source
          when 'tier' then coalesce(referral_figures.tier, 'not decided')
          when 'need' then coalesce(referral_figures.need, 'none')
          when 'area' then coalesce(referral_figures.outcode, referral_figures.person_outcode, 'not known')
          else 'all'
        end as key,
        is_waiting,
        is_declined,
        contacts >= 2 or (contacts = 1 and not has_said_no) as is_engaged,
        hours,
        case when is_closed and contacts > 0 then contacts end as contacts_of_closed
      from referral_figures
      where
        (select viewer_purpose()) = 'figures'
        and partnership_id = (select viewer_partnership())
        and (partner_id = (select viewer_partner()) or (select counts_partnership()))
        and (select exists (select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')))
        and is_counted
        and made_at >= from_day::timestamp at time zone 'Europe/London'
        and made_at < (to_day + 1)::timestamp at time zone 'Europe/London'
    ),
    -- Counted by hashing: sorted for the sake of a median, a year of keys costs more than everything else.
    groups as (
      select
        counted.key,
        count(*)::integer as referred,
        (count(*) filter (where is_waiting))::integer as waiting,
        (count(*) filter (where is_declined))::integer as declined,
        (count(*) filter (where is_engaged))::integer as engaged,
        array_agg(hours) filter (where hours is not null) as waits,
        count(counted.contacts_of_closed)::integer as closed,
        coalesce(sum(counted.contacts_of_closed), 0)::integer as contacts_of_closed
      from counted
      group by counted.key
    )
  select
    case grouped when 'provider' then partners.name else groups.key end,
    groups.referred,
    groups.waiting,
    groups.declined,
    groups.engaged,
    coalesce(cardinality(groups.waits), 0),
    (select percentile_cont(0.5) within group (order by wait) from unnest(groups.waits) as one (wait)),
    groups.closed,
    groups.contacts_of_closed
  from groups
  left join partners on grouped = 'provider' and partners.id::text = groups.key
  order by 1;
end;

create table passed_figures (
  onward_id uuid primary key references onward_referrals (id) on delete cascade,
  case_id uuid not null references cases (id) on delete cascade,
  partnership_id uuid not null,
  partner_id uuid not null,
  made_at timestamptz not null,
  source text not null,
  tier text not null,
  need text,
  person_outcode text,
  own_need text,
  has_taken_part boolean not null,
  is_declined boolean not null,
  is_waiting boolean not null,
  days double precision
) with (fillfactor = 80);
comment on table passed_figures is
  'Of each onward referral, what figures count: kept with it, with its case and with the postcode of its person. No viewer reads it; they get sums.';
comment on column passed_figures.need is 'The main need of the case; own_need is what it was passed on for.';
comment on column passed_figures.days is 'To an answer; null before there is one.';
create index passed_figures_made_idx on passed_figures (partnership_id, made_at);
create index passed_figures_case_idx on passed_figures (case_id);

alter table passed_figures enable row level security, force row level security;
create policy passed_figures_owner on passed_figures for all to current_user using (true) with check (true);

create function count_passed(which uuid[]) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  -- Whoever changes the case or moves just now is waited for, and then waits for this in turn.
  perform
  from case_figures
  where case_id in (select onward_referrals.case_id from onward_referrals where onward_referrals.id = any(which))
  order by case_id
  for share;
  insert into passed_figures (
    onward_id, case_id, partnership_id, partner_id, made_at, source, tier, need, person_outcode, own_need, has_taken_part,
    is_declined, is_waiting, days
  )
  select
    onward_referrals.id, onward_referrals.case_id, case_figures.partnership_id, onward_referrals.partner_id,
    onward_referrals.made_at, case_figures.source, case_figures.tier, case_figures.need, case_figures.person_outcode,
    onward_referrals.need_key, onward_referrals.state = 'started' or onward_referrals.attended > 0,
    onward_referrals.state = 'declined', onward_referrals.state in ('sent', 'seen'),
    date_part('epoch', onward_referrals.answered_at - onward_referrals.made_at) / 86400
  from onward_referrals
  join case_figures on case_figures.case_id = onward_referrals.case_id
  where onward_referrals.id = any(which)
  order by onward_referrals.made_at
  on conflict (onward_id) do update
  set
    partner_id = excluded.partner_id,
    made_at = excluded.made_at,
    own_need = excluded.own_need,
    has_taken_part = excluded.has_taken_part,
    is_declined = excluded.is_declined,
    is_waiting = excluded.is_waiting,
    days = excluded.days;
end
$$;
comment on function count_passed is 'Counts these onward referrals again.';

create function count_passed_on() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform count_passed(array(select id from new_rows));
  return null;
end
$$;
create trigger onward_referrals_counted after insert on onward_referrals
  referencing new table as new_rows for each statement execute function count_passed_on();
create trigger onward_referrals_counted_again after update on onward_referrals
  referencing new table as new_rows for each statement execute function count_passed_on();

-- Where a case is counted is changed in its own narrow row first, which count_passed locks.
create function count_passed_of_case() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  update passed_figures
  set
    partnership_id = new.partnership_id,
    source = new.source,
    tier = new.tier,
    need = new.need,
    person_outcode = new.person_outcode
  where case_id = new.case_id;
  return null;
end
$$;
create trigger case_figures_passed
  after update of partnership_id, source, tier, need, person_outcode on case_figures
  for each row
  when (
    (old.partnership_id, old.source, old.tier, old.need, old.person_outcode)
    is distinct from (new.partnership_id, new.source, new.tier, new.need, new.person_outcode)
  )
  execute function count_passed_of_case();
revoke execute on function count_passed(uuid[]), count_passed_on(), count_passed_of_case() from public;

select count_passed(array(select id from onward_referrals));

create or replace function onward_figures(from_day date, to_day date, grouped text)
  returns table (
    name text, passed integer, took_part integer, declined integer, waiting integer, answered integer,
    median_days double precision
  )
  stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan language sql
begin atomic
  with
    counted as (
      select
        case grouped
          when 'provider' then passed_figures.partner_id::text
          when 'source' then passed_figures.source
          when 'tier' then passed_figures.tier
          when 'need' then coalesce(passed_figures.own_need, passed_figures.need, 'none')
          when 'area' then coalesce(passed_figures.person_outcode, 'not known')
          else 'all'
        end as key,
        has_taken_part,
        is_declined,
        is_waiting,
        days
      from passed_figures
      where
        (select viewer_purpose()) = 'figures'
        and partnership_id = (select viewer_partnership())
        and (partner_id = (select viewer_partner()) or (select counts_partnership()))
        and (select exists (select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')))
        and made_at >= from_day::timestamp at time zone 'Europe/London'
        and made_at < (to_day + 1)::timestamp at time zone 'Europe/London'
    ),
    groups as (
      select
        counted.key,
        count(*)::integer as passed,
        (count(*) filter (where has_taken_part))::integer as took_part,
        (count(*) filter (where is_declined))::integer as declined,
        (count(*) filter (where is_waiting))::integer as waiting,
        count(days)::integer as answered,
        array_agg(days) filter (where days is not null) as waits
      from counted
      group by counted.key
    )
  select
    case grouped when 'provider' then partners.name else groups.key end,
    groups.passed,
    groups.took_part,
    groups.declined,
    groups.waiting,
    groups.answered,
    (select percentile_cont(0.5) within group (order by wait) from unnest(groups.waits) as one (wait))
  from groups
  left join partners on grouped = 'provider' and partners.id::text = groups.key
  order by 1;
end;

create or replace function loneliness_contract(from_day date, to_day date)
  returns table (
    months integer, people integer, due integer, paired integer, mean_first numeric, mean_later numeric, variance numeric,
    improved integer, unchanged integer, worse integer
  )
  stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan language sql
begin atomic
  with later as (
    select
      one.months,
      score_figures.at_start as first,
      one.score,
      -- The calendar is asked only near the day: a month has 28 to 31 days.
      case
        when score_figures.opened_at < now() - make_interval(days => one.months * 31 + 2) then true
        when score_figures.opened_at > now() - make_interval(days => one.months * 28 - 2) then false
        else (london_day(score_figures.opened_at) + make_interval(months => one.months))::date <= london_day(now())
      end as is_due
    from score_figures
    cross join lateral (values (6, score_figures.at_month_6), (18, score_figures.at_month_18)) as one (months, score)
    where
      (select viewer_purpose()) = 'figures'
      and score_figures.scale = 'ucla3'
      and score_figures.score = 'total'
      and score_figures.partnership_id = (select viewer_partnership())
      and (score_figures.partner_id = (select viewer_partner()) or (select counts_partnership()))
      and (select exists (select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')))
      and score_figures.is_about_loneliness
      and score_figures.at_start is not null
      and score_figures.opened_at >= from_day::timestamp at time zone 'Europe/London'
      and score_figures.opened_at < (to_day + 1)::timestamp at time zone 'Europe/London'
  )
  select
    later.months,
    count(*)::integer,
    (count(*) filter (where is_due))::integer,
    count(score)::integer,
    avg(first) filter (where score is not null),
    avg(score),
    var_samp(score - first),
    (count(*) filter (where score < first))::integer,
    (count(*) filter (where score = first))::integer,
    (count(*) filter (where score > first))::integer
  from later
  group by later.months
  order by later.months;
end;

alter function paired_measures(text, text, boolean, numeric, date, date, text) set plan_cache_mode = force_custom_plan;
