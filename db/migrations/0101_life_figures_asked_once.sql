-- Figures of lives, of the use of services and of what people want asked for each row who looks and how far they may count.
-- They ask once, as the other figures do since 0068: of 9,000 cases that took a second and more.

create or replace function life_outcomes(from_day date, to_day date)
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
    (select viewer_purpose()) = 'figures'
    and cases.partnership_id = (select viewer_partnership())
    and (cases.partner_id = (select viewer_partner()) or (select counts_partnership()))
    and (select exists (select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')))
    and london_day(cases.opened_at) between from_day and to_day
  group by case_outcomes.domain
  order by case_outcomes.domain;
end;

create or replace function service_use_change(from_day date, to_day date)
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
        (select viewer_purpose()) = 'figures'
        and cases.partnership_id = (select viewer_partnership())
        and (cases.partner_id = (select viewer_partner()) or (select counts_partnership()))
        and (select exists (select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')))
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

create or replace function plan_aspirations(from_day date, to_day date)
  returns table (aspiration text, there integer, on_the_way integer, not_said integer)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with
    newest as (
      select distinct on (plan_versions.case_id) plan_versions.case_id, plan_versions.content
      from plan_versions
      join cases on cases.id = plan_versions.case_id
      where
        (select viewer_purpose()) = 'figures'
        and cases.partnership_id = (select viewer_partnership())
        and (cases.partner_id = (select viewer_partner()) or (select counts_partnership()))
        and (select exists (select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')))
        and london_day(cases.opened_at) between from_day and to_day
      order by plan_versions.case_id, plan_versions.number desc
    ),
    goals as (
      select newest.case_id, tags.tag, (goal ->> 'now')::integer as now_at, (goal ->> 'wanted')::integer as wanted_at
      from newest
      cross join jsonb_array_elements(newest.content -> 'goals') as goal
      cross join jsonb_array_elements_text(goal -> 'tags') as tags (tag)
    ),
    plans as (
      select
        case_id,
        tag,
        bool_and(now_at is not null and wanted_at is not null) as is_said,
        bool_and(now_at >= wanted_at) as is_there
      from goals
      group by case_id, tag
    )
  select
    plans.tag,
    (count(*) filter (where is_said and is_there))::integer,
    (count(*) filter (where is_said and not is_there))::integer,
    (count(*) filter (where not is_said))::integer
  from plans
  group by plans.tag
  order by plans.tag;
end;
