-- What changed in people's lives, and in their use of services, counted for leads and analysts: sums and no row.

create function life_outcomes(from_day date, to_day date)
  returns table (domain text, improved integer, unchanged integer, worse integer)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    case_outcomes.domain,
    (count(*) filter (where verdict = 'improved'))::integer,
    (count(*) filter (where verdict = 'unchanged'))::integer,
    (count(*) filter (where verdict = 'worse'))::integer
  from case_outcomes
  join cases on cases.id = case_outcomes.case_id
  where
    viewer_purpose() = 'figures'
    and cases.partnership_id = viewer_partnership()
    and (cases.partner_id = viewer_partner() or counts_partnership())
    and exists (
      select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
    )
    and london_day(cases.opened_at) between from_day and to_day
  group by case_outcomes.domain
  order by case_outcomes.domain;
end;
comment on function life_outcomes is
  'Of cases opened in a span of days: in how many each part of life got better, stayed the same or got worse, as they looked back.';

create function service_use_change(from_day date, to_day date)
  returns table (
    service text, people integer, paired integer, from_records integer, mean_first numeric, mean_latest numeric,
    variance numeric, improved integer, unchanged integer, worse integer
  )
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with
    used as (
      select
        case_service_use.case_id,
        case_service_use.service,
        max(times) filter (where side = 'before') as before,
        max(times) filter (where side = 'after') as after,
        bool_and(case_service_use.source <> 'person') as is_from_records
      from case_service_use
      join cases on cases.id = case_service_use.case_id
      where
        viewer_purpose() = 'figures'
        and cases.partnership_id = viewer_partnership()
        and (cases.partner_id = viewer_partner() or counts_partnership())
        and exists (
          select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
        )
        and london_day(cases.opened_at) between from_day and to_day
      group by case_service_use.case_id, case_service_use.service
    )
  select
    used.service,
    count(*)::integer,
    (count(*) filter (where before is not null and after is not null))::integer,
    (count(*) filter (where before is not null and after is not null and is_from_records))::integer,
    avg(before) filter (where after is not null),
    avg(after) filter (where before is not null),
    var_samp(after - before),
    (count(*) filter (where after < before))::integer,
    (count(*) filter (where after = before))::integer,
    (count(*) filter (where after > before))::integer
  from used
  group by used.service
  order by used.service;
end;
comment on function service_use_change is
  'Of cases opened in a span of days: how often each service was used in the twelve months before and after, compared within the same case. Fewer counts as improved.';
revoke execute on function life_outcomes, service_use_change from public;
grant execute on function life_outcomes, service_use_change to fingerpost_web;
