-- From a referral to walking along, counted; and the loneliness contract at its own months. Whoever counts gets sums and
-- no row, as with measures.

create function walking_figures(from_day date, to_day date, grouped text)
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
        when 'area' then coalesce(referrals.outcode, people.outcode, 'not known')
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
    left join people on people.id = referrals.person_id
    where
      viewer_purpose() = 'figures'
      and referrals.partnership_id = viewer_partnership()
      and (referrals.to_partner_id = viewer_partner() or counts_partnership())
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
comment on function walking_figures is
  'Of the referrals made in a span of days: how many wait, were declined, and engaged (reached twice, or once without saying no); the middle time from the first minute to the first contact; and contacts in cases that are over.';

create function loneliness_contract(from_day date, to_day date)
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
        viewer_purpose() = 'figures'
        and cases.partnership_id = viewer_partnership()
        and (cases.partner_id = viewer_partner() or counts_partnership())
        and exists (
          select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
        )
        and 'loneliness' = any(cases.needs)
        and london_day(cases.opened_at) between from_day and to_day
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
comment on function loneliness_contract is
  'For cases about loneliness opened in a span of days, with a first score: how many are due after 6 and 18 months, how many have that score, and how it compares with their own first. Lower is better.';
revoke execute on function walking_figures, loneliness_contract from public;
grant execute on function walking_figures, loneliness_contract to fingerpost_web;

create index referrals_made_idx on referrals (partnership_id, made_at);
drop index referrals_partnership_idx;
