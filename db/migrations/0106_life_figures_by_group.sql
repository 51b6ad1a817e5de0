-- What changed in lives, in the use of services and what people want is counted by provider, area, need, source and tier, as
-- the other figures are. For that each case has one narrow row of what figures count: how it is counted, what somebody wants by
-- their newest plan, how they look back, and how often services were used. No plan, answer or person is opened any more to count
-- it. It is kept by the transaction that changes what it is made of, as in 0078; `npm run recount` finds it equal to raw rows.

create table case_figures (
  case_id uuid primary key references cases (id) on delete cascade,
  partnership_id uuid not null,
  partner_id uuid not null,
  opened_at timestamptz not null,
  source text not null,
  tier text not null,
  need text,
  person_outcode text,
  wishes text[] not null default '{}',
  verdicts text[] not null default '{}',
  use_of text[],
  use_before smallint[],
  use_after smallint[],
  use_recorded boolean[]
) with (fillfactor = 80);
comment on table case_figures is
  'Of each case, what figures count and by what: kept with the case, its plans, what was looked back on, and the postcode of its person. No viewer reads it; they get sums.';
comment on column case_figures.wishes is
  'What somebody wants by the newest plan, and whether all their goals about it are where they want them: ''out there'', ''out on_the_way'', ''out not_said''.';
comment on column case_figures.verdicts is 'Parts of life as they look back: ''mood improved''.';
comment on column case_figures.use_of is
  'Services with a number before or after; then, in the same order, both numbers and whether none of them is from memory.';
create index case_figures_opened_idx on case_figures (partnership_id, opened_at);

alter table case_figures enable row level security, force row level security;
create policy case_figures_owner on case_figures for all to current_user using (true) with check (true);

-- Kept with the case and the person ------------------------------------------------------------------------------------------

create or replace function count_new_cases() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  -- Whoever moves just now is waited for, so that where they live is counted as it will be.
  perform from people where id in (select person_id from new_rows) order by id for share;
  insert into case_figures (case_id, partnership_id, partner_id, opened_at, source, tier, need, person_outcode)
  select
    new_rows.id, new_rows.partnership_id, new_rows.partner_id, new_rows.opened_at, new_rows.source, new_rows.tier,
    new_rows.needs[1], people.outcode
  from new_rows
  join people on people.id = new_rows.person_id;
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

create or replace function count_changed_case() returns trigger
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
    update case_figures
    set
      partnership_id = new.partnership_id,
      partner_id = new.partner_id,
      opened_at = new.opened_at,
      source = new.source,
      tier = new.tier,
      need = new.needs[1]
    where case_id = new.id;
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
    update case_figures
    set person_outcode = (select people.outcode from people where people.id = new.person_id)
    where case_id = new.id;
    update score_figures
    set person_outcode = (select people.outcode from people where people.id = new.person_id)
    where case_id = new.id;
  end if;
  return null;
end
$$;

create or replace function count_moved_person() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  update referral_figures
  set person_outcode = new.outcode
  from referrals
  where referrals.person_id = new.id and referral_figures.referral_id = referrals.id;
  update case_figures
  set person_outcode = new.outcode
  from cases
  where cases.person_id = new.id and case_figures.case_id = cases.id;
  update score_figures
  set person_outcode = new.outcode
  from cases
  where cases.person_id = new.id and score_figures.case_id = cases.id;
  return null;
end
$$;

-- Kept with what is counted --------------------------------------------------------------------------------------------------

create function wishes_in(which uuid) returns text[]
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
  select coalesce(array_agg(tag || ' ' || stage order by tag), '{}') from stages;
end;
comment on function wishes_in is 'What is wanted in the newest plan of a case, as case_figures keeps it.';

create function verdicts_in(which uuid) returns text[]
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select coalesce(array_agg(domain || ' ' || verdict order by domain), '{}')
  from case_outcomes
  where case_outcomes.case_id = which;
end;
comment on function verdicts_in is 'How somebody looks back in a case, as case_figures keeps it.';

create function use_in(which uuid)
  returns table (use_of text[], use_before smallint[], use_after smallint[], use_recorded boolean[])
  stable security definer set search_path = public, pg_temp language sql rows 1
begin atomic
  select
    array_agg(used.service order by used.service),
    array_agg(used.before order by used.service),
    array_agg(used.after order by used.service),
    array_agg(used.recorded order by used.service)
  from (
    select
      service,
      max(times) filter (where side = 'before') as before,
      max(times) filter (where side = 'after') as after,
      bool_and(source <> 'person') as recorded
    from case_service_use
    where case_service_use.case_id = which
    group by service
  ) as used;
end;
comment on function use_in is 'How often services were used by the person of a case, as case_figures keeps it; nulls where nothing is known.';

-- Each locks the rows of its cases first, so that whoever comes second counts what the first has written.

create function count_wishes(theirs uuid[]) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform from case_figures where case_id = any(theirs) order by case_id for no key update;
  update case_figures set wishes = wishes_in(case_id) where case_id = any(theirs);
end
$$;
create function count_verdicts(theirs uuid[]) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform from case_figures where case_id = any(theirs) order by case_id for no key update;
  update case_figures set verdicts = verdicts_in(case_id) where case_id = any(theirs);
end
$$;
create function count_use(theirs uuid[]) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform from case_figures where case_id = any(theirs) order by case_id for no key update;
  update case_figures
  set (use_of, use_before, use_after, use_recorded) = (select used.* from use_in(case_id) as used)
  where case_id = any(theirs);
end
$$;
revoke execute on function
  wishes_in(uuid), verdicts_in(uuid), use_in(uuid), count_wishes(uuid[]), count_verdicts(uuid[]), count_use(uuid[])
  from public;

create function count_wishes_of_new() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform count_wishes(array(select distinct case_id from new_rows));
  return null;
end
$$;
create function count_wishes_of_old() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform count_wishes(array(select distinct case_id from old_rows));
  return null;
end
$$;
create trigger plan_versions_counted after insert on plan_versions
  referencing new table as new_rows for each statement execute function count_wishes_of_new();
create trigger plan_versions_counted_again after update on plan_versions
  referencing new table as new_rows for each statement execute function count_wishes_of_new();
create trigger plan_versions_counted_less after delete on plan_versions
  referencing old table as old_rows for each statement execute function count_wishes_of_old();
revoke execute on function count_wishes_of_new(), count_wishes_of_old() from public;

create function count_verdicts_of_new() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform count_verdicts(array(select distinct case_id from new_rows));
  return null;
end
$$;
create function count_verdicts_of_old() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform count_verdicts(array(select distinct case_id from old_rows));
  return null;
end
$$;
create trigger case_outcomes_counted after insert on case_outcomes
  referencing new table as new_rows for each statement execute function count_verdicts_of_new();
create trigger case_outcomes_counted_again after update on case_outcomes
  referencing new table as new_rows for each statement execute function count_verdicts_of_new();
create trigger case_outcomes_counted_less after delete on case_outcomes
  referencing old table as old_rows for each statement execute function count_verdicts_of_old();
revoke execute on function count_verdicts_of_new(), count_verdicts_of_old() from public;

create function count_use_of_new() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform count_use(array(select distinct case_id from new_rows));
  return null;
end
$$;
create function count_use_of_old() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform count_use(array(select distinct case_id from old_rows));
  return null;
end
$$;
create trigger case_service_use_counted after insert on case_service_use
  referencing new table as new_rows for each statement execute function count_use_of_new();
create trigger case_service_use_counted_again after update on case_service_use
  referencing new table as new_rows for each statement execute function count_use_of_new();
create trigger case_service_use_counted_less after delete on case_service_use
  referencing old table as old_rows for each statement execute function count_use_of_old();
revoke execute on function count_use_of_new(), count_use_of_old() from public;

-- What there is already ------------------------------------------------------------------------------------------------------

insert into case_figures (
  case_id, partnership_id, partner_id, opened_at, source, tier, need, person_outcode, wishes, verdicts, use_of, use_before,
  use_after, use_recorded
)
select
  cases.id, cases.partnership_id, cases.partner_id, cases.opened_at, cases.source, cases.tier, cases.needs[1], people.outcode,
  wishes_in(cases.id), verdicts_in(cases.id), used.use_of, used.use_before, used.use_after, used.use_recorded
from cases
join people on people.id = cases.person_id
cross join lateral use_in(cases.id) as used
order by cases.opened_at;

-- What is asked of them ------------------------------------------------------------------------------------------------------

-- Neither strict nor a definer's, so that a figure that calls it is planned as though it had been written out there. Each
-- figure that counts cases runs as its owner and says here, once, whose cases its viewer may count.
create function counted_cases(from_day date, to_day date, grouped text)
  returns table (
    key text, wishes text[], verdicts text[], use_of text[], use_before smallint[], use_after smallint[],
    use_recorded boolean[]
  )
  stable language sql
begin atomic
  select
    case grouped
      when 'provider' then case_figures.partner_id::text
      when 'source' then case_figures.source
      when 'tier' then case_figures.tier
      when 'need' then coalesce(case_figures.need, 'none')
      when 'area' then coalesce(case_figures.person_outcode, 'not known')
      else 'all'
    end,
    case_figures.wishes, case_figures.verdicts, case_figures.use_of, case_figures.use_before, case_figures.use_after,
    case_figures.use_recorded
  from case_figures
  where
    (select viewer_purpose()) = 'figures'
    and case_figures.partnership_id = (select viewer_partnership())
    and (case_figures.partner_id = (select viewer_partner()) or (select counts_partnership()))
    and (select exists (select from staff_roles where staff_id = viewer_id() and role in ('analyst', 'team_lead')))
    and case_figures.opened_at >= from_day::timestamp at time zone 'Europe/London'
    and case_figures.opened_at < (to_day + 1)::timestamp at time zone 'Europe/London';
end;
comment on function counted_cases is
  'What is counted of cases opened in a span of days that the viewer may count, each with the key of its group. Only for figures, which run as their owner.';
revoke execute on function counted_cases(date, date, text) from public;

drop function life_outcomes(date, date);
create function life_outcomes(from_day date, to_day date, grouped text)
  returns table (name text, domain text, improved integer, unchanged integer, worse integer)
  stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan language sql
begin atomic
  with
    -- Whole lists first, of which there are few: taken apart for each case they would cost as much as all else.
    lists as (
      select counted.key, counted.verdicts, count(*) as cases
      from counted_cases(from_day, to_day, grouped) as counted
      where counted.verdicts <> '{}'
      group by counted.key, counted.verdicts
    ),
    tallies as (
      select lists.key, verdict, sum(lists.cases) as cases
      from lists
      cross join unnest(lists.verdicts) as one (verdict)
      group by lists.key, verdict
    ),
    groups as (
      select
        tallies.key,
        split_part(verdict, ' ', 1) as domain,
        coalesce(sum(cases) filter (where split_part(verdict, ' ', 2) = 'improved'), 0)::integer as improved,
        coalesce(sum(cases) filter (where split_part(verdict, ' ', 2) = 'unchanged'), 0)::integer as unchanged,
        coalesce(sum(cases) filter (where split_part(verdict, ' ', 2) = 'worse'), 0)::integer as worse
      from tallies
      group by 1, 2
    )
  select
    case grouped when 'provider' then partners.name else groups.key end,
    groups.domain, groups.improved, groups.unchanged, groups.worse
  from groups
  left join partners on grouped = 'provider' and partners.id::text = groups.key
  order by 2, 1;
end;
comment on function life_outcomes is
  'Of cases opened in a span of days, by group: in how many each part of life got better, stayed the same or got worse, as they looked back.';

drop function service_use_change(date, date);
create function service_use_change(from_day date, to_day date, grouped text)
  returns table (
    name text, service text, people integer, paired integer, from_records integer, mean_first numeric, mean_latest numeric,
    variance numeric, improved integer, unchanged integer, worse integer
  )
  stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan language sql
begin atomic
  with groups as (
    select
      counted.key,
      used.service,
      count(*)::integer as people,
      (count(*) filter (where before is not null and after is not null))::integer as paired,
      (count(*) filter (where before is not null and after is not null and recorded))::integer as from_records,
      avg(before) filter (where after is not null) as mean_first,
      avg(after) filter (where before is not null) as mean_latest,
      var_samp(after - before) as variance,
      (count(*) filter (where after < before))::integer as improved,
      (count(*) filter (where after = before))::integer as unchanged,
      (count(*) filter (where after > before))::integer as worse
    from counted_cases(from_day, to_day, grouped) as counted
    cross join lateral unnest(counted.use_of, counted.use_before, counted.use_after, counted.use_recorded)
      as used (service, before, after, recorded)
    where counted.use_of is not null
    group by counted.key, used.service
  )
  select
    case grouped when 'provider' then partners.name else groups.key end,
    groups.service, groups.people, groups.paired, groups.from_records, groups.mean_first, groups.mean_latest,
    groups.variance, groups.improved, groups.unchanged, groups.worse
  from groups
  left join partners on grouped = 'provider' and partners.id::text = groups.key
  order by 2, 1;
end;
comment on function service_use_change is
  'Of cases opened in a span of days, by group: how often each service was used in the twelve months before and after, compared within the same case. Fewer counts as improved.';

drop function plan_aspirations(date, date);
create function plan_aspirations(from_day date, to_day date, grouped text)
  returns table (name text, aspiration text, there integer, on_the_way integer, not_said integer)
  stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan language sql
begin atomic
  with
    -- Whole lists first, of which there are few: taken apart for each case they would cost as much as all else.
    lists as (
      select counted.key, counted.wishes, count(*) as cases
      from counted_cases(from_day, to_day, grouped) as counted
      where counted.wishes <> '{}'
      group by counted.key, counted.wishes
    ),
    tallies as (
      select lists.key, wish, sum(lists.cases) as cases
      from lists
      cross join unnest(lists.wishes) as one (wish)
      group by lists.key, wish
    ),
    groups as (
      select
        tallies.key,
        split_part(wish, ' ', 1) as aspiration,
        coalesce(sum(cases) filter (where split_part(wish, ' ', 2) = 'there'), 0)::integer as there,
        coalesce(sum(cases) filter (where split_part(wish, ' ', 2) = 'on_the_way'), 0)::integer as on_the_way,
        coalesce(sum(cases) filter (where split_part(wish, ' ', 2) = 'not_said'), 0)::integer as not_said
      from tallies
      group by 1, 2
    )
  select
    case grouped when 'provider' then partners.name else groups.key end,
    groups.aspiration, groups.there, groups.on_the_way, groups.not_said
  from groups
  left join partners on grouped = 'provider' and partners.id::text = groups.key
  order by 2, 1;
end;
comment on function plan_aspirations is
  'Of cases opened in a span of days, by group: in how many newest plans somebody wants each thing, and whether all their goals about it are where they want them, are not yet, or were not given numbers.';
revoke execute on function life_outcomes, service_use_change, plan_aspirations from public;
grant execute on function life_outcomes, service_use_change, plan_aspirations to fingerpost_web;
