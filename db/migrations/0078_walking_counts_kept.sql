-- Figures of walking with people were added up from whole referrals, cases and measures each time they were asked for; of
-- a year with 27,000 referrals that took half a second. Now each referral and each score of a case has one narrow row of
-- what is counted, kept by the transaction that changes it, so that figures are never behind. Whoever keeps one column
-- keeps that column alone: two who change a referral and its case at the same moment lose nothing of each other's.

create table referral_figures (
  referral_id uuid primary key references referrals (id) on delete cascade,
  partnership_id uuid not null,
  partner_id uuid not null,
  made_at timestamptz not null,
  is_counted boolean not null,
  is_waiting boolean not null,
  is_declined boolean not null,
  source text not null,
  need text,
  outcode text,
  person_outcode text,
  tier text,
  first_contact_at timestamptz,
  contacts integer,
  is_closed boolean not null default false,
  has_said_no boolean not null default false
) with (fillfactor = 80);
comment on table referral_figures is
  'Of each referral, what figures count: kept with the referral, its case and the postcode of its person. No viewer reads it; they get sums.';
comment on column referral_figures.is_counted is
  'Not passed on (it counts where it went), not held back, and a request at all.';
comment on column referral_figures.has_said_no is 'The case was closed as they declined.';
create index referral_figures_made_idx on referral_figures (partnership_id, made_at);

create table score_figures (
  case_id uuid not null references cases (id) on delete cascade,
  scale text not null,
  score text not null,
  partnership_id uuid not null,
  partner_id uuid not null,
  opened_at timestamptz not null,
  source text not null,
  tier text not null,
  need text,
  person_outcode text,
  is_about_loneliness boolean not null,
  first_value numeric not null,
  latest_value numeric,
  at_start numeric,
  at_month_6 numeric,
  at_month_18 numeric,
  primary key (case_id, scale, score)
);
comment on table score_figures is
  'Of each score in a case, its first value and its latest (null where there is one only), struck measures left out; and those of the loneliness contract''s own months. No viewer reads it; they get sums.';
create index score_figures_opened_idx on score_figures (scale, score, partnership_id, opened_at);

-- Kept with the referral ---------------------------------------------------------------------------------------------------

create function counts_as_referral(status text, held_because text, held_until timestamptz, decline_reason text)
  returns boolean
  immutable parallel safe language sql
begin atomic
  select
    status <> 'passed_on'
    and (held_because is null or held_until is not null)
    and decline_reason is distinct from 'not_a_request';
end;

create function count_new_referrals() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  -- Whoever moves just now is waited for, so that where they live is counted as it will be.
  perform from people where id in (select person_id from new_rows) order by id for share;
  insert into referral_figures (
    referral_id, partnership_id, partner_id, made_at, is_counted, is_waiting, is_declined, source, need, outcode,
    person_outcode
  )
  select
    new_rows.id, new_rows.partnership_id, new_rows.to_partner_id, new_rows.made_at,
    counts_as_referral(new_rows.status, new_rows.held_because, new_rows.held_until, new_rows.decline_reason),
    new_rows.status in ('received', 'more_asked'), new_rows.status = 'declined', new_rows.source, new_rows.needs[1],
    new_rows.outcode, people.outcode
  from new_rows
  left join people on people.id = new_rows.person_id;
  return null;
end
$$;
create trigger referrals_counted after insert on referrals
  referencing new table as new_rows for each statement execute function count_new_referrals();

create function count_changed_referral() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  update referral_figures
  set
    partnership_id = new.partnership_id,
    partner_id = new.to_partner_id,
    made_at = new.made_at,
    is_counted = counts_as_referral(new.status, new.held_because, new.held_until, new.decline_reason),
    is_waiting = new.status in ('received', 'more_asked'),
    is_declined = new.status = 'declined',
    source = new.source,
    need = new.needs[1],
    outcode = new.outcode
  where referral_id = new.id;
  if new.person_id is distinct from old.person_id then
    update referral_figures
    set person_outcode = (select people.outcode from people where people.id = new.person_id)
    where referral_id = new.id;
  end if;
  return null;
end
$$;
create trigger referrals_counted_again
  after update of
    partnership_id, to_partner_id, made_at, status, held_because, held_until, decline_reason, source, needs, outcode, person_id
  on referrals
  for each row execute function count_changed_referral();

-- Kept with the case -------------------------------------------------------------------------------------------------------

create function count_new_cases() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  update referral_figures
  set
    tier = new_rows.tier,
    first_contact_at = new_rows.first_contact_at,
    contacts = new_rows.contacts,
    is_closed = new_rows.status = 'closed',
    has_said_no = new_rows.close_reason is not distinct from 'declined'
  from new_rows
  where referral_figures.referral_id = new_rows.referral_id;
  return null;
end
$$;
create trigger cases_counted after insert on cases
  referencing new table as new_rows for each statement execute function count_new_cases();

create function count_changed_case() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  if
    (new.tier, new.first_contact_at, new.contacts, new.status = 'closed', new.close_reason)
    is distinct from (old.tier, old.first_contact_at, old.contacts, old.status = 'closed', old.close_reason)
  then
    update referral_figures
    set
      tier = new.tier,
      first_contact_at = new.first_contact_at,
      contacts = new.contacts,
      is_closed = new.status = 'closed',
      has_said_no = new.close_reason is not distinct from 'declined'
    where referral_id = new.referral_id;
  end if;
  if
    (new.tier, new.source, new.needs, new.opened_at, new.partner_id, new.partnership_id)
    is distinct from (old.tier, old.source, old.needs, old.opened_at, old.partner_id, old.partnership_id)
  then
    update score_figures
    set
      partnership_id = new.partnership_id,
      partner_id = new.partner_id,
      opened_at = new.opened_at,
      source = new.source,
      tier = new.tier,
      need = new.needs[1],
      is_about_loneliness = 'loneliness' = any(new.needs)
    where case_id = new.id;
  end if;
  if new.person_id is distinct from old.person_id then
    update score_figures
    set person_outcode = (select people.outcode from people where people.id = new.person_id)
    where case_id = new.id;
  end if;
  return null;
end
$$;
create trigger cases_counted_again
  after update of
    tier, first_contact_at, contacts, status, close_reason, source, needs, opened_at, partner_id, partnership_id, person_id
  on cases
  for each row execute function count_changed_case();

create function count_gone_case() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  update referral_figures
  set tier = null, first_contact_at = null, contacts = null, is_closed = false, has_said_no = false
  where referral_id = old.referral_id;
  return null;
end
$$;
create trigger cases_counted_less after delete on cases for each row execute function count_gone_case();

-- Kept with the person -----------------------------------------------------------------------------------------------------

create function count_moved_person() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  update referral_figures
  set person_outcode = new.outcode
  from referrals
  where referrals.person_id = new.id and referral_figures.referral_id = referrals.id;
  update score_figures
  set person_outcode = new.outcode
  from cases
  where cases.person_id = new.id and score_figures.case_id = cases.id;
  return null;
end
$$;
create trigger people_counted_where_they_live after update of outcode on people
  for each row when (old.outcode is distinct from new.outcode) execute function count_moved_person();

-- Kept with the measures ---------------------------------------------------------------------------------------------------

create function count_scores(theirs uuid[]) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  -- One after the other in each case, so that whoever comes second counts what the first has written.
  perform from cases where cases.id = any(theirs) order by cases.id for no key update;
  perform from people where people.id in (select cases.person_id from cases where cases.id = any(theirs)) order by people.id for share;
  delete from score_figures where case_id = any(theirs);
  insert into score_figures (
    case_id, scale, score, partnership_id, partner_id, opened_at, source, tier, need, person_outcode, is_about_loneliness,
    first_value, latest_value, at_start, at_month_6, at_month_18
  )
  select
    cases.id, scored.scale, scored.score, cases.partnership_id, cases.partner_id, cases.opened_at, cases.source, cases.tier,
    cases.needs[1], people.outcode, 'loneliness' = any(cases.needs), points[1],
    case when cardinality(points) > 1 then points[cardinality(points)] end, at_start, at_month_6, at_month_18
  from (
    select
      measures.case_id,
      measures.scale,
      measure_scores.score,
      array_agg(measure_scores.value order by measures.taken_on, measures.recorded_at, measures.id) as points,
      max(measure_scores.value) filter (where measures.occasion = 'start') as at_start,
      max(measure_scores.value) filter (where measures.occasion = 'month_6') as at_month_6,
      max(measure_scores.value) filter (where measures.occasion = 'month_18') as at_month_18
    from measures
    join measure_scores on measure_scores.measure_id = measures.id
    where measures.case_id = any(theirs) and measures.struck_at is null
    group by measures.case_id, measures.scale, measure_scores.score
  ) as scored
  join cases on cases.id = scored.case_id
  join people on people.id = cases.person_id;
end
$$;

create function count_new_scores() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform count_scores(array(select distinct case_id from new_rows));
  return null;
end
$$;
create function count_old_scores() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform count_scores(array(select distinct case_id from old_rows));
  return null;
end
$$;
create trigger measure_scores_counted after insert on measure_scores
  referencing new table as new_rows for each statement execute function count_new_scores();
create trigger measure_scores_counted_again after update on measure_scores
  referencing new table as new_rows for each statement execute function count_new_scores();
create trigger measure_scores_counted_less after delete on measure_scores
  referencing old table as old_rows for each statement execute function count_old_scores();
-- Struck, or taken on another day.
create trigger measures_counted_again after update on measures
  referencing new table as new_rows for each statement execute function count_new_scores();

revoke execute on function
  counts_as_referral(text, text, timestamptz, text), count_new_referrals(), count_changed_referral(), count_new_cases(),
  count_changed_case(), count_gone_case(), count_moved_person(), count_scores(uuid[]), count_new_scores(), count_old_scores()
  from public;

-- What there is already ----------------------------------------------------------------------------------------------------

insert into referral_figures (
  referral_id, partnership_id, partner_id, made_at, is_counted, is_waiting, is_declined, source, need, outcode,
  person_outcode, tier, first_contact_at, contacts, is_closed, has_said_no
)
select
  referrals.id, referrals.partnership_id, referrals.to_partner_id, referrals.made_at,
  counts_as_referral(referrals.status, referrals.held_because, referrals.held_until, referrals.decline_reason),
  referrals.status in ('received', 'more_asked'), referrals.status = 'declined', referrals.source, referrals.needs[1],
  referrals.outcode, people.outcode, cases.tier, cases.first_contact_at, cases.contacts,
  coalesce(cases.status = 'closed', false), cases.close_reason is not distinct from 'declined'
from referrals
left join cases on cases.referral_id = referrals.id
left join people on people.id = referrals.person_id;
select count_scores(array(select distinct case_id from measures));

-- What is asked of them: the same figures as before -------------------------------------------------------------------------

create or replace function walking_figures(from_day date, to_day date, grouped text)
  returns table (
    name text, referred integer, waiting integer, declined integer, engaged integer, reached integer,
    median_hours double precision, closed integer, contacts_of_closed integer
  )
  stable security definer set search_path = public, pg_temp language sql
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
        extract(epoch from first_contact_at - made_at)::double precision / 3600 as hours,
        case when is_closed and contacts > 0 then contacts end as contacts_of_closed
      from referral_figures
      where
        (select viewer_purpose()) = 'figures'
        and partnership_id = (select viewer_partnership())
        and (partner_id = (select viewer_partner()) or (select counts_partnership()))
        and exists (
          select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
        )
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
    gains as (
      select
        case grouped
          when 'provider' then score_figures.partner_id::text
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
        (select viewer_purpose()) = 'figures'
        and scale = which_scale
        and score = which_score
        and partnership_id = (select viewer_partnership())
        and (partner_id = (select viewer_partner()) or (select counts_partnership()))
        and exists (
          select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
        )
        and opened_at >= from_day::timestamp at time zone 'Europe/London'
        and opened_at < (to_day + 1)::timestamp at time zone 'Europe/London'
    ),
    groups as (
      select
        gains.key,
        count(*)::integer as people,
        count(latest)::integer as paired,
        avg(first) filter (where latest is not null) as mean_first,
        avg(latest) as mean_latest,
        var_samp(latest - first) as variance,
        (count(*) filter (where gain > 0 and gain >= coalesce(needed, 0)))::integer as improved,
        (count(*) filter (where case when needed is null then gain = 0 else abs(gain) < needed end))::integer as unchanged,
        (count(*) filter (where gain < 0 and gain <= -coalesce(needed, 0)))::integer as worse
      from gains
      group by gains.key
    )
  select
    case grouped when 'provider' then partners.name else groups.key end,
    groups.people, groups.paired, groups.mean_first, groups.mean_latest, groups.variance, groups.improved, groups.unchanged,
    groups.worse
  from groups
  left join partners on grouped = 'provider' and partners.id::text = groups.key
  order by 1;
end;

create or replace function loneliness_contract(from_day date, to_day date)
  returns table (
    months integer, people integer, due integer, paired integer, mean_first numeric, mean_later numeric, variance numeric,
    improved integer, unchanged integer, worse integer
  )
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with later as (
    select
      one.months,
      score_figures.at_start as first,
      one.score,
      (london_day(score_figures.opened_at) + make_interval(months => one.months))::date <= london_day(now()) as is_due
    from score_figures
    cross join lateral (values (6, score_figures.at_month_6), (18, score_figures.at_month_18)) as one (months, score)
    where
      (select viewer_purpose()) = 'figures'
      and score_figures.scale = 'ucla3'
      and score_figures.score = 'total'
      and score_figures.partnership_id = (select viewer_partnership())
      and (score_figures.partner_id = (select viewer_partner()) or (select counts_partnership()))
      and exists (
        select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')
      )
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

-- Lists by name, and what a lead looks at -------------------------------------------------------------------------------------

create function caseload_names(are_open boolean)
  returns table (case_id uuid, name text, words text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    cases.id,
    nullif(btrim(concat_ws(' ', coalesce(people.known_as, people.given_name), people.family_name)), ''),
    ' ' || lower(concat_ws(' ', people.known_as, people.given_name, people.family_name))
  from cases
  join people on people.id = cases.person_id
  join person_access on person_access.person_id = people.id and person_access.partner_id = (select viewer_partner())
  where
    (select viewer_purpose()) = 'caseload'
    and (select viewer_walks())
    and (cases.status <> 'closed') = are_open
    and (
      cases.partner_id = (select viewer_partner())
      or cases.id = any(
        array(select case_shares.case_id from case_shares where to_partner_id = viewer_partner() and ended_at is null)
      )
    );
end;
comment on function caseload_names is
  'The names of those with whom the viewer''s provider walks (or of whom a case is shared with it), while they let it come near: as the policies of people say, asked at once and not for each of thousands.';
revoke execute on function caseload_names from public;
grant execute on function caseload_names to fingerpost_web;

create index cases_first_contact_idx on cases (partner_id, first_contact_at) include (referred_at);
create index cases_closed_idx on cases (partner_id, closed_at) include (worker_id, contacts) where status = 'closed';

-- Who sees what --------------------------------------------------------------------------------------------------------------

do $$
declare
  place text;
begin
  foreach place in array array['referral_figures', 'score_figures'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;
end
$$;
