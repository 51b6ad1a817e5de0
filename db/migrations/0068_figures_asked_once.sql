-- Figures ask once, and not for each row, whether the viewer counts for the whole area; and they find their span of days by
-- an index. What they count is as before.

create or replace function paired_measures(
  which_scale text, which_score text, higher_is_better boolean, needed numeric, from_day date, to_day date, grouped text
)
  returns table (
    name text, people integer, paired integer, mean_first numeric, mean_latest numeric, variance numeric,
    improved integer, unchanged integer, worse integer
  )
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with
    counted as (
      select
        cases.id,
        case grouped
          when 'provider' then partners.name
          when 'source' then cases.source
          when 'tier' then cases.tier
          when 'need' then coalesce(cases.needs[1], 'none')
          when 'area' then coalesce((select people.outcode from people where people.id = cases.person_id), 'not known')
          else 'all'
        end as name
      from cases
      join partners on partners.id = cases.partner_id
      where
        (select viewer_purpose()) = 'figures'
        and cases.partnership_id = (select viewer_partnership())
        and (cases.partner_id = (select viewer_partner()) or (select counts_partnership()))
        and exists (
          select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
        )
        and cases.opened_at >= from_day::timestamp at time zone 'Europe/London'
        and cases.opened_at < (to_day + 1)::timestamp at time zone 'Europe/London'
    ),
    scored as (
      select
        counted.id,
        counted.name,
        array_agg(measure_scores.value order by measures.taken_on, measures.recorded_at, measures.id) as points
      from counted
      join measures on measures.case_id = counted.id and measures.scale = which_scale and measures.struck_at is null
      join measure_scores on measure_scores.measure_id = measures.id and measure_scores.score = which_score
      group by counted.id, counted.name
    ),
    pairs as (
      select
        scored.name,
        points[1] as first,
        case when cardinality(points) > 1 then points[cardinality(points)] end as latest
      from scored
    ),
    gains as (
      select
        pairs.name,
        first,
        latest,
        case when higher_is_better then latest - first else first - latest end as gain
      from pairs
    )
  select
    gains.name,
    count(*)::integer,
    count(latest)::integer,
    avg(first) filter (where latest is not null),
    avg(latest),
    var_samp(latest - first),
    (count(*) filter (where gain > 0 and gain >= coalesce(needed, 0)))::integer,
    (count(*) filter (where case when needed is null then gain = 0 else abs(gain) < needed end))::integer,
    (count(*) filter (where gain < 0 and gain <= -coalesce(needed, 0)))::integer
  from gains
  group by gains.name
  order by gains.name;
end;

create or replace function walking_figures(from_day date, to_day date, grouped text)
  returns table (
    name text, referred integer, waiting integer, declined integer, engaged integer, reached integer,
    median_hours double precision, closed integer, contacts_of_closed integer
  )
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with counted as (
    select
      case grouped
        when 'provider' then partners.name
        when 'source' then referrals.source
        when 'tier' then coalesce(cases.tier, 'not decided')
        when 'need' then coalesce(referrals.needs[1], 'none')
        when 'area' then coalesce(
            referrals.outcode, (select people.outcode from people where people.id = referrals.person_id), 'not known'
          )
        else 'all'
      end as name,
      referrals.status,
      case
        when cases.first_contact_at is not null
          then extract(epoch from cases.first_contact_at - referrals.made_at)::double precision / 3600
      end as hours,
      cases.contacts >= 2 or (cases.contacts = 1 and cases.close_reason is distinct from 'declined') as is_engaged,
      case when cases.status = 'closed' and cases.contacts > 0 then cases.contacts end as contacts_of_closed
    from referrals
    join partners on partners.id = referrals.to_partner_id
    left join cases on cases.referral_id = referrals.id
    where
      (select viewer_purpose()) = 'figures'
      and referrals.partnership_id = (select viewer_partnership())
      and (referrals.to_partner_id = (select viewer_partner()) or (select counts_partnership()))
      and exists (
        select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
      )
      -- Passed on, it is counted where it went.
      and referrals.status <> 'passed_on'
      and (referrals.held_because is null or referrals.held_until is not null)
      and referrals.decline_reason is distinct from 'not_a_request'
      and referrals.made_at >= from_day::timestamp at time zone 'Europe/London'
      and referrals.made_at < (to_day + 1)::timestamp at time zone 'Europe/London'
  )
  select
    counted.name,
    count(*)::integer,
    (count(*) filter (where status in ('received', 'more_asked')))::integer,
    (count(*) filter (where status = 'declined'))::integer,
    (count(*) filter (where is_engaged))::integer,
    count(hours)::integer,
    percentile_cont(0.5) within group (order by hours),
    count(contacts_of_closed)::integer,
    coalesce(sum(contacts_of_closed), 0)::integer
  from counted
  group by counted.name
  order by counted.name;
end;

create or replace function loneliness_contract(from_day date, to_day date)
  returns table (
    months integer, people integer, due integer, paired integer, mean_first numeric, mean_later numeric, variance numeric,
    improved integer, unchanged integer, worse integer
  )
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with
    scored as (
      select
        cases.id,
        cases.opened_at,
        max(measure_scores.value) filter (where measures.occasion = 'start') as first,
        max(measure_scores.value) filter (where measures.occasion = 'month_6') as month_6,
        max(measure_scores.value) filter (where measures.occasion = 'month_18') as month_18
      from cases
      join measures on measures.case_id = cases.id and measures.scale = 'ucla3' and measures.struck_at is null
      join measure_scores on measure_scores.measure_id = measures.id and measure_scores.score = 'total'
      where
        (select viewer_purpose()) = 'figures'
        and cases.partnership_id = (select viewer_partnership())
        and (cases.partner_id = (select viewer_partner()) or (select counts_partnership()))
        and exists (
          select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
        )
        and 'loneliness' = any(cases.needs)
        and cases.opened_at >= from_day::timestamp at time zone 'Europe/London'
        and cases.opened_at < (to_day + 1)::timestamp at time zone 'Europe/London'
      group by cases.id, cases.opened_at
    ),
    later as (
      select
        one.months,
        scored.first,
        one.score,
        (london_day(scored.opened_at) + make_interval(months => one.months))::date <= london_day(now()) as is_due
      from scored
      cross join lateral (values (6, scored.month_6), (18, scored.month_18)) as one (months, score)
      where scored.first is not null
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

create index cases_partnership_opened_idx on cases (partnership_id, opened_at);
