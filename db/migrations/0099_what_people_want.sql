-- Goals of plans stand under sentences such as 'I see people I like being with', by which they are to be counted: sums and
-- no row. What counts is the newest plan of a case.

create function plan_aspirations(from_day date, to_day date)
  returns table (aspiration text, there integer, on_the_way integer, not_said integer)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with
    newest as (
      select distinct on (plan_versions.case_id) plan_versions.case_id, plan_versions.content
      from plan_versions
      join cases on cases.id = plan_versions.case_id
      where
        viewer_purpose() = 'figures'
        and cases.partnership_id = viewer_partnership()
        and (cases.partner_id = viewer_partner() or counts_partnership())
        and exists (
          select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
        )
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
comment on function plan_aspirations is
  'Of cases opened in a span of days: in how many newest plans somebody wants each thing, and whether all their goals about it are where they want them, are not yet, or were not given numbers.';
revoke execute on function plan_aspirations(date, date) from public;
grant execute on function plan_aspirations(date, date) to fingerpost_web;
