-- The page of figures asks less. What changed in lives, in the use of services and what people want came out of three looks at
-- the same cases; they come out of one. Whose figures a viewer may count is said in one place for all of them, and asked once and
-- not for each row; providers are counted by what they are and not by its letters; and when a score of the loneliness contract is
-- due is worked out once, and not for each case. What they give has not changed.

create function figures_partnership() returns uuid
  stable language sql
begin atomic
  select viewer_partnership()
  where
    viewer_purpose() = 'figures'
    and exists (select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead'));
end;
comment on function figures_partnership is
  'Of which partnership the viewer counts figures: of their own provider alone, unless counts_partnership says more. Null for whoever counts none.';
revoke execute on function figures_partnership() from public;

-- Lives, the use of services and what people want ----------------------------------------------------------------------------

drop function life_outcomes(date, date, text);
drop function service_use_change(date, date, text);
drop function plan_aspirations(date, date, text);
drop function counted_cases(date, date, text);

drop function wishes_in(uuid);
drop function verdicts_in(uuid);

-- What belongs to a case as one text, of which two are told apart quicker than lists are; null where nothing is known, as with the
-- use of services.
alter table case_figures
  alter column wishes drop default,
  alter column wishes drop not null,
  alter column wishes type text using nullif(array_to_string(wishes, ','), ''),
  alter column verdicts drop default,
  alter column verdicts drop not null,
  alter column verdicts type text using nullif(array_to_string(verdicts, ','), '');
analyze case_figures;
comment on column case_figures.wishes is
  'What somebody wants by the newest plan, and whether all their goals about it are where they want them: ''money not_said,out there''. Null where there is no plan, or nothing in it.';
comment on column case_figures.verdicts is
  'Parts of life as they look back: ''confidence unchanged,mood improved''. Null where nobody has.';

create function wishes_in(which uuid) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with
    goals as (
      select tags.tag, (goal ->> 'now')::integer as now_at, (goal ->> 'wanted')::integer as wanted_at
      from (
        select content from plan_versions where plan_versions.case_id = which order by number desc limit 1
      ) as newest
      cross join jsonb_array_elements(newest.content -> 'goals') as goal
      cross join jsonb_array_elements_text(goal -> 'tags') as tags (tag)
    ),
    stages as (
      select
        goals.tag,
        case
          when not bool_and(now_at is not null and wanted_at is not null) then 'not_said'
          when bool_and(now_at >= wanted_at) then 'there'
          else 'on_the_way'
        end as stage
      from goals
      group by goals.tag
    )
  select string_agg(tag || ' ' || stage, ',' order by tag) from stages;
end;
comment on function wishes_in is 'What is wanted in the newest plan of a case, as case_figures keeps it.';

create function verdicts_in(which uuid) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select string_agg(domain || ' ' || verdict, ',' order by domain) from case_outcomes where case_outcomes.case_id = which;
end;
comment on function verdicts_in is 'How somebody looks back in a case, as case_figures keeps it.';
revoke execute on function wishes_in(uuid), verdicts_in(uuid) from public;

create function life_figures(from_day date, to_day date, grouped text)
  returns table (
    part text, name text, about text, there integer, on_the_way integer, not_said integer, improved integer, unchanged integer,
    worse integer, people integer, paired integer, from_records integer, mean_first numeric, mean_latest numeric, variance numeric
  )
  stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan language sql
begin atomic
  with
    counted as materialized (
      select
        case when grouped = 'provider' then case_figures.partner_id end as provider_id,
        case grouped
          when 'provider' then null
          when 'source' then case_figures.source
          when 'tier' then case_figures.tier
          when 'need' then coalesce(case_figures.need, 'none')
          when 'area' then coalesce(case_figures.person_outcode, 'not known')
          else 'all'
        end as key,
        wishes, verdicts, use_of, use_before, use_after, use_recorded
      from case_figures
      where
        opened_at >= from_day::timestamp at time zone 'Europe/London'
        and opened_at < (to_day + 1)::timestamp at time zone 'Europe/London'
        and partnership_id = (select figures_partnership())
        and ((select counts_partnership()) or partner_id = (select viewer_partner()))
        and (wishes is not null or verdicts is not null or use_of is not null)
    ),
    -- Whole texts first, of which there are few: taken apart for each case they would cost as much as all else.
    sayings as (
      select 'wish' as part, provider_id, key, wishes as words, count(*) as cases
      from counted
      where wishes is not null
      group by provider_id, key, wishes
      union all
      select 'domain', provider_id, key, verdicts, count(*)
      from counted
      where verdicts is not null
      group by provider_id, key, verdicts
    ),
    told as (
      select part, provider_id, key, split_part(one, ' ', 1) as about, split_part(one, ' ', 2) as how, cases
      from sayings
      cross join unnest(string_to_array(words, ',')) as one
    ),
    -- Side by side in the list of columns: as a function of the row they would cost as much as all else.
    used as (
      select
        provider_id,
        key,
        unnest(use_of) as service,
        unnest(use_before) as before,
        unnest(use_after) as after,
        unnest(use_recorded) as recorded
      from counted
      where use_of is not null
    ),
    groups as (
      select
        part,
        provider_id,
        key,
        about,
        coalesce(sum(cases) filter (where how = 'there'), 0)::integer as there,
        coalesce(sum(cases) filter (where how = 'on_the_way'), 0)::integer as on_the_way,
        coalesce(sum(cases) filter (where how = 'not_said'), 0)::integer as not_said,
        coalesce(sum(cases) filter (where how = 'improved'), 0)::integer as improved,
        coalesce(sum(cases) filter (where how = 'unchanged'), 0)::integer as unchanged,
        coalesce(sum(cases) filter (where how = 'worse'), 0)::integer as worse,
        null::integer as people,
        null::integer as paired,
        null::integer as from_records,
        null::numeric as mean_first,
        null::numeric as mean_latest,
        null::numeric as variance
      from told
      group by part, provider_id, key, about
      union all
      select
        'use',
        provider_id,
        key,
        service,
        null,
        null,
        null,
        (count(*) filter (where after < before))::integer,
        (count(*) filter (where after = before))::integer,
        (count(*) filter (where after > before))::integer,
        count(*)::integer,
        (count(*) filter (where before is not null and after is not null))::integer,
        (count(*) filter (where before is not null and after is not null and recorded))::integer,
        avg(before) filter (where after is not null),
        avg(after) filter (where before is not null),
        var_samp(after - before)
      from used
      group by provider_id, key, service
    )
  select
    groups.part, coalesce(partners.name, groups.key), groups.about, groups.there, groups.on_the_way, groups.not_said,
    groups.improved, groups.unchanged, groups.worse, groups.people, groups.paired, groups.from_records, groups.mean_first,
    groups.mean_latest, groups.variance
  from groups
  left join partners on partners.id = groups.provider_id
  order by 1, 3, 2;
end;
comment on function life_figures is
  'Of cases opened in a span of days, by group. wish: in how many newest plans somebody wants something, and whether all their goals about it are where they want them. domain: in how many a part of life got better, stayed the same or got worse, as they looked back. use: how often a service was used in the twelve months before and after, within the same case; fewer counts as improved.';
revoke execute on function life_figures from public;
grant execute on function life_figures to fingerpost_web;

-- From referral to engaged, and passing on -----------------------------------------------------------------------------------

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
        case when grouped = 'provider' then referral_figures.partner_id end as provider_id,
        case grouped
          when 'provider' then null
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
        made_at >= from_day::timestamp at time zone 'Europe/London'
        and made_at < (to_day + 1)::timestamp at time zone 'Europe/London'
        and partnership_id = (select figures_partnership())
        and ((select counts_partnership()) or partner_id = (select viewer_partner()))
        and is_counted
    ),
    -- Counted by hashing: sorted for the sake of a median, a year of keys costs more than everything else.
    groups as (
      select
        provider_id,
        key,
        count(*)::integer as referred,
        (count(*) filter (where is_waiting))::integer as waiting,
        (count(*) filter (where is_declined))::integer as declined,
        (count(*) filter (where is_engaged))::integer as engaged,
        array_agg(hours) filter (where hours is not null) as waits,
        count(contacts_of_closed)::integer as closed,
        coalesce(sum(contacts_of_closed), 0)::integer as contacts_of_closed
      from counted
      group by provider_id, key
    )
  select
    coalesce(partners.name, groups.key),
    groups.referred,
    groups.waiting,
    groups.declined,
    groups.engaged,
    coalesce(cardinality(groups.waits), 0),
    (select percentile_cont(0.5) within group (order by wait) from (select unnest(groups.waits) as wait) as each),
    groups.closed,
    groups.contacts_of_closed
  from groups
  left join partners on partners.id = groups.provider_id
  order by 1;
end;

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
        case when grouped = 'provider' then passed_figures.partner_id end as provider_id,
        case grouped
          when 'provider' then null
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
        made_at >= from_day::timestamp at time zone 'Europe/London'
        and made_at < (to_day + 1)::timestamp at time zone 'Europe/London'
        and partnership_id = (select figures_partnership())
        and ((select counts_partnership()) or partner_id = (select viewer_partner()))
    ),
    groups as (
      select
        provider_id,
        key,
        count(*)::integer as passed,
        (count(*) filter (where has_taken_part))::integer as took_part,
        (count(*) filter (where is_declined))::integer as declined,
        (count(*) filter (where is_waiting))::integer as waiting,
        count(days)::integer as answered,
        array_agg(days) filter (where days is not null) as waits
      from counted
      group by provider_id, key
    )
  select
    coalesce(partners.name, groups.key),
    groups.passed,
    groups.took_part,
    groups.declined,
    groups.waiting,
    groups.answered,
    (select percentile_cont(0.5) within group (order by wait) from (select unnest(groups.waits) as wait) as each)
  from groups
  left join partners on partners.id = groups.provider_id
  order by 1;
end;

-- Scores, and the loneliness contract ----------------------------------------------------------------------------------------

create or replace function paired_measures(
  which_scale text, which_score text, higher_is_better boolean, needed numeric, from_day date, to_day date, grouped text
)
  returns table (
    name text, people integer, paired integer, mean_first numeric, mean_latest numeric, variance numeric,
    improved integer, unchanged integer, worse integer
  )
  stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan language sql
begin atomic
  with
    gains as (
      select
        case when grouped = 'provider' then score_figures.partner_id end as provider_id,
        case grouped
          when 'provider' then null
          when 'source' then score_figures.source
          when 'tier' then score_figures.tier
          when 'need' then coalesce(score_figures.need, 'none')
          when 'area' then coalesce(score_figures.person_outcode, 'not known')
          else 'all'
        end as key,
        first_value as first,
        latest_value as latest,
        case when higher_is_better then latest_value - first_value else first_value - latest_value end as gain
      from score_figures
      where
        scale = which_scale
        and score = which_score
        and partnership_id = (select figures_partnership())
        and ((select counts_partnership()) or partner_id = (select viewer_partner()))
        and opened_at >= from_day::timestamp at time zone 'Europe/London'
        and opened_at < (to_day + 1)::timestamp at time zone 'Europe/London'
    ),
    groups as (
      select
        provider_id,
        key,
        count(*)::integer as people,
        count(latest)::integer as paired,
        avg(first) filter (where latest is not null) as mean_first,
        avg(latest) as mean_latest,
        var_samp(latest - first) as variance,
        (count(*) filter (where gain > 0 and gain >= coalesce(needed, 0)))::integer as improved,
        (count(*) filter (where case when needed is null then gain = 0 else abs(gain) < needed end))::integer as unchanged,
        (count(*) filter (where gain < 0 and gain <= -coalesce(needed, 0)))::integer as worse
      from gains
      group by provider_id, key
    )
  select
    coalesce(partners.name, groups.key), groups.people, groups.paired, groups.mean_first, groups.mean_latest,
    groups.variance, groups.improved, groups.unchanged, groups.worse
  from groups
  left join partners on partners.id = groups.provider_id
  order by 1;
end;

-- With all that is counted, so that it is read there alone, while the table is vacuumed often enough for that.
drop index score_figures_opened_idx;
create index score_figures_opened_idx on score_figures (scale, score, partnership_id, opened_at)
  include (
    partner_id, source, tier, need, person_outcode, is_about_loneliness, first_value, latest_value, at_start, at_month_6,
    at_month_18
  );
alter table score_figures set (autovacuum_vacuum_scale_factor = 0.02);

create function contract_due_until(months integer, today date) returns date
  immutable language sql
begin atomic
  select max(opened)
  from generate_series(0, 3) as more
  cross join lateral (select (today - make_interval(months => months))::date + more as opened) as days
  where (opened + make_interval(months => months))::date <= today;
end;
comment on function contract_due_until is
  'The last day on which a case can have been opened for so many months to be over. Up to four days end at the same one: six months after 28, 29, 30 and 31 August it is 28 February.';
revoke execute on function contract_due_until(integer, date) from public;

create or replace function loneliness_contract(from_day date, to_day date)
  returns table (
    months integer, people integer, due integer, paired integer, mean_first numeric, mean_later numeric, variance numeric,
    improved integer, unchanged integer, worse integer
  )
  stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan language sql
begin atomic
  with
    due as materialized (
      select
        months,
        (contract_due_until(months, london_day(now())) + 1)::timestamp at time zone 'Europe/London' as opened_before
      from (values (6), (18)) as one (months)
    ),
    later as (
      select
        due.months,
        score_figures.at_start as first,
        case due.months when 6 then score_figures.at_month_6 else score_figures.at_month_18 end as score,
        score_figures.opened_at < due.opened_before as is_due
      from score_figures
      cross join due
      where
        score_figures.scale = 'ucla3'
        and score_figures.score = 'total'
        and score_figures.is_about_loneliness
        and score_figures.at_start is not null
        and score_figures.partnership_id = (select figures_partnership())
        and ((select counts_partnership()) or score_figures.partner_id = (select viewer_partner()))
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
