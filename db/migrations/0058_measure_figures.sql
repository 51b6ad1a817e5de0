-- Whether it helped, counted: each case's first score against its latest. Whoever counts gets sums and no row.

create function paired_measures(
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
          when 'area' then coalesce(people.outcode, 'not known')
          else 'all'
        end as name
      from cases
      join partners on partners.id = cases.partner_id
      join people on people.id = cases.person_id
      where
        viewer_purpose() = 'figures'
        and cases.partnership_id = viewer_partnership()
        and (cases.partner_id = viewer_partner() or counts_partnership())
        and exists (
          select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
        )
        and london_day(cases.opened_at) between from_day and to_day
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
comment on function paired_measures is
  'For cases opened in a span of days: the first score of each against its latest, as sums by provider, source, tier, need, area (first half of the postcode) or all together. `needed` is the change beyond measurement error; null where none is agreed.';
revoke execute on function paired_measures from public;
grant execute on function paired_measures to fingerpost_web;
