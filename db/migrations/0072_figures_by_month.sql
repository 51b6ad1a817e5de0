-- Figures by month and by week, so that a page of them reads as few rows after ten million calls as after ten thousand.
--
-- They are added up from the counts by day (0034) by the functions that write those, in the same transaction: whoever sees a
-- day counted again sees its week and its month too. What the telephone system told is counted by the same job.

create table call_months (
  partner_id uuid not null,
  partnership_id uuid not null,
  month date not null check (extract(day from month) = 1),
  weekday smallint not null check (weekday between 0 and 6),
  domain text not null,
  calls integer not null,
  eligible integer not null,
  claimed integer not null,
  sustained integer not null,
  returned integer not null,
  pending integer not null,
  unfollowed integer not null,
  settled integer not null,
  settled_returned integer not null,
  repeat_contacts integer not null,
  repeat_spells integer not null,
  seconds bigint not null,
  by_hour integer[] not null check (cardinality(by_hour) = 24),
  primary key (partner_id, month, domain, weekday),
  foreign key (partner_id, partnership_id) references partners (id, partnership_id) on delete restrict
);
comment on table call_months is 'The calls of one organisation on the same weekday of one month in one domain: call_figures, added up.';
comment on column call_months.weekday is '0 is Monday.';
comment on column call_months.seconds is 'Talking, holding and after-call work together.';
create index call_months_partner_idx on call_months (partner_id, partnership_id);
create index call_months_partnership_idx on call_months (partnership_id, month);

create table call_weeks (
  partner_id uuid not null,
  partnership_id uuid not null,
  week date not null check (extract(isodow from week) = 1),
  domain text not null,
  eligible integer not null,
  claimed integer not null,
  primary key (partner_id, week, domain),
  foreign key (partner_id, partnership_id) references partners (id, partnership_id) on delete restrict
);
comment on table call_weeks is 'The calls of one organisation in the week from one Monday in one domain: call_figures, added up.';
create index call_weeks_partner_idx on call_weeks (partner_id, partnership_id);
create index call_weeks_partnership_idx on call_weeks (partnership_id, week);

create table gap_months (
  partnership_id uuid not null references partnerships (id) on delete restrict,
  whose text not null,
  month date not null check (extract(day from month) = 1),
  need_key text not null references needs (key) on delete restrict,
  place text,
  domain text,
  gaps integer not null,
  unique nulls not distinct (partnership_id, whose, month, need_key, place, domain)
);
comment on table gap_months is 'Needs that could not be met in one month, by need, place and domain: gap_figures, added up.';
comment on column gap_months.whose is 'The id of the organisation whose calls they were; nobody for searches, which are nobody''s; all for everything in the partnership.';
create index gap_months_need_idx on gap_months (need_key);

create table phone_months (
  partner_id uuid not null references partners (id) on delete restrict,
  month date not null check (extract(day from month) = 1),
  weekday smallint not null check (weekday between 0 and 6),
  is_answered boolean not null,
  waited_seconds integer not null check (waited_seconds between 0 and 3600),
  calls integer not null,
  primary key (partner_id, month, weekday, is_answered, waited_seconds)
);
comment on table phone_months is 'phone_history, counted: so many calls on the same weekday of one month waited so long, and were answered or not.';
comment on column phone_months.waited_seconds is 'An hour stands for an hour or longer, so that there is an end to the rows of a month.';

-- Adding up ---------------------------------------------------------------------------------------------------------------

create function first_of_month(day date) returns date
  immutable parallel safe language sql
  return date_trunc('month', day::timestamp)::date;
create function first_of_week(day date) returns date
  immutable parallel safe language sql
  return date_trunc('week', day::timestamp)::date;

create function add_up_calls(owners uuid[], days date[]) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  delete from call_months
  using (select distinct partner_id, first_of_month(day) as month from unnest(owners, days) as counted (partner_id, day)) as touched
  where call_months.partner_id = touched.partner_id and call_months.month = touched.month;

  insert into call_months (
    partner_id, partnership_id, month, weekday, domain, calls, eligible, claimed, sustained, returned, pending, unfollowed,
    settled, settled_returned, repeat_contacts, repeat_spells, seconds, by_hour
  )
  select
    call_figures.partner_id, partnership_id, month, extract(isodow from day) - 1, domain, sum(calls), sum(eligible),
    sum(claimed), sum(sustained), sum(returned), sum(pending), sum(unfollowed), sum(settled), sum(settled_returned),
    sum(repeat_contacts), sum(repeat_spells), sum(talk_seconds + held_seconds + after_seconds),
    array[
      sum(by_hour[1]), sum(by_hour[2]), sum(by_hour[3]), sum(by_hour[4]), sum(by_hour[5]), sum(by_hour[6]),
      sum(by_hour[7]), sum(by_hour[8]), sum(by_hour[9]), sum(by_hour[10]), sum(by_hour[11]), sum(by_hour[12]),
      sum(by_hour[13]), sum(by_hour[14]), sum(by_hour[15]), sum(by_hour[16]), sum(by_hour[17]), sum(by_hour[18]),
      sum(by_hour[19]), sum(by_hour[20]), sum(by_hour[21]), sum(by_hour[22]), sum(by_hour[23]), sum(by_hour[24])
    ]
  from (select distinct partner_id, first_of_month(day) as month from unnest(owners, days) as counted (partner_id, day)) as touched
  join call_figures
    on call_figures.partner_id = touched.partner_id
    and day >= month and day < (month + interval '1 month')::date
  group by call_figures.partner_id, partnership_id, month, extract(isodow from day), domain;

  delete from call_weeks
  using (select distinct partner_id, first_of_week(day) as week from unnest(owners, days) as counted (partner_id, day)) as touched
  where call_weeks.partner_id = touched.partner_id and call_weeks.week = touched.week;

  insert into call_weeks (partner_id, partnership_id, week, domain, eligible, claimed)
  select call_figures.partner_id, partnership_id, week, domain, sum(eligible), sum(claimed)
  from (select distinct partner_id, first_of_week(day) as week from unnest(owners, days) as counted (partner_id, day)) as touched
  join call_figures on call_figures.partner_id = touched.partner_id and day >= week and day < week + 7
  group by call_figures.partner_id, partnership_id, week, domain;
end
$$;
comment on function add_up_calls is 'Adds up again the months and weeks in which these days of these organisations lie.';

create function add_up_gaps(owners uuid[], days date[]) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  delete from gap_months
  using (select distinct partnership_id, first_of_month(day) as month from unnest(owners, days) as counted (partnership_id, day)) as touched
  where gap_months.partnership_id = touched.partnership_id and gap_months.month = touched.month;

  insert into gap_months (partnership_id, whose, month, need_key, place, domain, gaps)
  select gap_figures.partnership_id, whose, month, need_key, place, domain, sum(gaps)
  from (select distinct partnership_id, first_of_month(day) as month from unnest(owners, days) as counted (partnership_id, day)) as touched
  join gap_figures
    on gap_figures.partnership_id = touched.partnership_id
    and day >= month and day < (month + interval '1 month')::date
  cross join lateral (values (coalesce(gap_figures.partner_id::text, 'nobody')), ('all')) as counted_for (whose)
  group by gap_figures.partnership_id, whose, month, need_key, place, domain;
end
$$;
comment on function add_up_gaps is 'Adds up again the months in which these days of these partnerships lie.';

create function count_phone_months(owners uuid[], months date[]) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  delete from phone_months
  using unnest(owners, months) as counted (partner_id, month)
  where phone_months.partner_id = counted.partner_id and phone_months.month = counted.month;

  insert into phone_months (partner_id, month, weekday, is_answered, waited_seconds, calls)
  select
    counted.partner_id, counted.month, extract(isodow from offered_at at time zone 'Europe/London') - 1, is_answered,
    least(waited_seconds, 3600), count(*)
  from unnest(owners, months) as counted (partner_id, month)
  join phone_history
    on phone_history.partner_id = counted.partner_id
    and offered_at >= month::timestamp at time zone 'Europe/London'
    and offered_at < (month + interval '1 month') at time zone 'Europe/London'
  group by 1, 2, 3, 4, 5;
end
$$;
comment on function count_phone_months is 'Counts what the telephone systems of these organisations told of these months again.';

-- What leaves a note, and who takes it ---------------------------------------------------------------------------------------

alter table figures_due drop constraint figures_due_what_check;
alter table figures_due add constraint figures_due_what_check check (what in ('call', 'person', 'gap', 'phone'));
comment on column figures_due.owner_id is 'For a call or what a telephone system told its organisation, for a gap its partnership.';

create function note_new_phone_history() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  insert into figures_due (what, owner_id, at)
  select distinct 'phone', partner_id, first_of_month(london_day(offered_at))::timestamp at time zone 'Europe/London'
  from new_rows;
  return null;
end
$$;
create function note_old_phone_history() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  insert into figures_due (what, owner_id, at)
  select distinct 'phone', partner_id, first_of_month(london_day(offered_at))::timestamp at time zone 'Europe/London'
  from old_rows;
  return null;
end
$$;
create trigger phone_history_figures_new after insert on phone_history
  referencing new table as new_rows for each statement execute function note_new_phone_history();
create trigger phone_history_figures_changed after update on phone_history
  referencing new table as new_rows for each statement execute function note_new_phone_history();
create trigger phone_history_figures_moved after update on phone_history
  referencing old table as old_rows for each statement execute function note_old_phone_history();
create trigger phone_history_figures_gone after delete on phone_history
  referencing old table as old_rows for each statement execute function note_old_phone_history();

-- As before, and with the weeks and months.
create or replace function count_call_days(owners uuid[], days date[], moment timestamptz) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  delete from call_figures
  using unnest(owners, days) as counted (partner_id, day)
  where call_figures.partner_id = counted.partner_id and call_figures.day = counted.day;

  insert into call_figures (
    partner_id, partnership_id, day, domain, calls, eligible, claimed, sustained, returned, pending, unfollowed, settled,
    settled_returned, young, repeat_contacts, repeat_spells, talk_seconds, held_seconds, after_seconds, by_hour
  )
  select
    partner_id,
    partnership_id,
    day,
    domain,
    count(*),
    count(*) filter (where is_eligible),
    count(*) filter (where is_claimed),
    count(*) filter (where is_claimed and is_known and not is_young and not has_returned),
    count(*) filter (where is_claimed and is_known and has_returned),
    count(*) filter (where is_claimed and is_known and is_young and not has_returned),
    count(*) filter (where is_claimed and not is_known),
    count(*) filter (where is_eligible and is_known and not is_young),
    count(*) filter (where is_claimed and is_known and not is_young and has_returned),
    count(*) filter (where is_eligible and is_known and is_young),
    count(*) filter (where is_repeat),
    count(*) filter (where is_repeat and not was_repeat),
    sum(talk_seconds),
    sum(held_seconds),
    sum(after_seconds),
    array[
      count(*) filter (where hour = 0), count(*) filter (where hour = 1), count(*) filter (where hour = 2), count(*) filter (where hour = 3),
      count(*) filter (where hour = 4), count(*) filter (where hour = 5), count(*) filter (where hour = 6), count(*) filter (where hour = 7),
      count(*) filter (where hour = 8), count(*) filter (where hour = 9), count(*) filter (where hour = 10), count(*) filter (where hour = 11),
      count(*) filter (where hour = 12), count(*) filter (where hour = 13), count(*) filter (where hour = 14), count(*) filter (where hour = 15),
      count(*) filter (where hour = 16), count(*) filter (where hour = 17), count(*) filter (where hour = 18), count(*) filter (where hour = 19),
      count(*) filter (where hour = 20), count(*) filter (where hour = 21), count(*) filter (where hour = 22), count(*) filter (where hour = 23)
    ]
  from (
    select
      calls.partner_id,
      calls.partnership_id,
      counted.day,
      calls.domain,
      calls.talk_seconds,
      calls.held_seconds,
      calls.after_seconds,
      extract(hour from calls.started_at at time zone 'Europe/London')::integer as hour,
      calls.is_eligible,
      calls.is_eligible and calls.is_resolved as is_claimed,
      calls.person_id is not null as is_known,
      calls.started_at > moment - interval '168 hours' as is_young,
      calls.is_eligible and calls.is_resolved and calls.person_id is not null and exists (
        select
        from calls as later
        where
          later.person_id = any(theirs.records)
          and later.started_at >= calls.started_at
          and later.started_at <= calls.started_at + interval '168 hours'
          and (later.started_at, later.id) > (calls.started_at, calls.id)
          and case
            when cardinality(later.needs) = 0 or cardinality(calls.needs) = 0 then later.domain = calls.domain
            else later.needs && calls.needs
          end
          and not later.dispositions <@ array['wrong_number', 'test_call']
      ) as has_returned,
      coalesce(lately.at[3] >= calls.started_at - interval '96 hours', false) as is_repeat,
      coalesce(lately.at[4] >= lately.at[2] - interval '96 hours', false) as was_repeat
    from unnest(owners, days) as counted (partner_id, day)
    join partners on partners.id = counted.partner_id
    -- Day by day, whatever the planner thinks: each by each it would look at every call for every day.
    cross join lateral (
      select
        calls.id, calls.partner_id, calls.partnership_id, calls.domain, calls.talk_seconds, calls.held_seconds,
        calls.after_seconds, calls.started_at, calls.is_eligible, calls.is_resolved, calls.person_id, calls.needs
      from calls
      where
        calls.partner_id = partners.id
        and calls.partnership_id = partners.partnership_id
        and calls.started_at >= counted.day::timestamp at time zone 'Europe/London'
        and calls.started_at < (counted.day + 1)::timestamp at time zone 'Europe/London'
      offset 0
    ) as calls
    left join people on people.id = calls.person_id
    left join lateral (
      -- As one_person would say, written out: it is asked for every call.
      select case
        when people.merged_into is null and not exists (select from people as joined where joined.merged_into = people.id)
        then array[people.id]
        else person_group(person_root(people.id))
      end as records
    ) as theirs on calls.person_id is not null
    left join lateral (
      select array(
        select earlier.started_at
        from calls as earlier
        where
          earlier.person_id = any(theirs.records)
          and earlier.started_at <= calls.started_at
          and earlier.started_at > calls.started_at - interval '192 hours'
          and (earlier.started_at, earlier.id) <= (calls.started_at, calls.id)
        order by earlier.started_at desc, earlier.id desc
        limit 4
      ) as at
    ) as lately on calls.person_id is not null
    -- Once for each call, however many counts ask for it.
    offset 0
  ) as told
  group by partner_id, partnership_id, day, domain;

  perform add_up_calls(owners, days);
end
$$;

create or replace function count_gap_days(owners uuid[], days date[]) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  delete from gap_figures
  using unnest(owners, days) as counted (partnership_id, day)
  where gap_figures.partnership_id = counted.partnership_id and gap_figures.day = counted.day;

  insert into gap_figures (partnership_id, partner_id, day, need_key, place, reason, domain, gaps)
  select partnership_id, partner_id, day, need_key, place, reason, domain, count(*)
  from (
    select
      gaps.partnership_id, gaps.partner_id, counted.day, gaps.need_key, coalesce(gaps.ward_gss, gaps.outcode) as place,
      gaps.reason, calls.domain
    from unnest(owners, days) as counted (partnership_id, day)
    cross join lateral (
      select gaps.partnership_id, gaps.partner_id, gaps.call_id, gaps.need_key, gaps.ward_gss, gaps.outcode, gaps.reason
      from gaps
      where
        gaps.partnership_id = counted.partnership_id
        and gaps.recorded_at >= counted.day::timestamp at time zone 'Europe/London'
        and gaps.recorded_at < (counted.day + 1)::timestamp at time zone 'Europe/London'
      offset 0
    ) as gaps
    left join calls on calls.id = gaps.call_id
  ) as told
  group by partnership_id, partner_id, day, need_key, place, reason, domain;

  perform add_up_gaps(owners, days);
end
$$;

create or replace function count_calls_again(moment timestamptz default now(), most integer default 5000) returns integer
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  taken_notes integer;
  call_owners uuid[];
  call_days date[];
  gap_owners uuid[];
  gap_days date[];
  phone_owners uuid[];
  phone_firsts date[];
begin
  -- One at a time, whichever process it is; the others have nothing to add.
  if not pg_try_advisory_xact_lock(7340034) then
    return 0;
  end if;
  with taken as (
    delete from figures_due
    where id in (select id from figures_due order by id limit most)
    returning what, owner_id, person_id, at
  ),
  touched as (
    -- The day itself.
    select owner_id, london_day(at) as day from taken where what = 'call'
    union
    -- A call is a further contact for those of the seven days before it, and counts among the repeated ones after it.
    select calls.partner_id, london_day(calls.started_at)
    from taken
    join calls
      on calls.person_id = any(one_person(taken.person_id))
      and calls.started_at between taken.at - interval '168 hours' and taken.at + interval '192 hours'
    where what = 'call' and taken.person_id is not null
    union
    select calls.partner_id, london_day(calls.started_at)
    from taken
    join calls on calls.person_id = any(one_person(taken.person_id))
    where what = 'person'
    union
    -- Seven days have passed since some of a day's calls.
    select partner_id, day from call_figures where young > 0 and day <= london_day(moment - interval '168 hours')
  ),
  gap_touched as (
    select distinct owner_id, london_day(at) as day from taken where what = 'gap'
  ),
  phone_touched as (
    select distinct owner_id, first_of_month(london_day(at)) as month from taken where what = 'phone'
  )
  select
    (select count(*) from taken),
    (select array_agg(owner_id order by day, owner_id) from touched),
    (select array_agg(day order by day, owner_id) from touched),
    (select array_agg(owner_id order by day, owner_id) from gap_touched),
    (select array_agg(day order by day, owner_id) from gap_touched),
    (select array_agg(owner_id order by month, owner_id) from phone_touched),
    (select array_agg(month order by month, owner_id) from phone_touched)
  into taken_notes, call_owners, call_days, gap_owners, gap_days, phone_owners, phone_firsts;
  if call_days is not null then
    perform count_call_days(call_owners, call_days, moment);
  end if;
  if gap_days is not null then
    perform count_gap_days(gap_owners, gap_days);
  end if;
  if phone_firsts is not null then
    perform count_phone_months(phone_owners, phone_firsts);
  end if;
  insert into figures_counted (counted_at) values (moment)
  on conflict (one) do update set counted_at = excluded.counted_at;
  return taken_notes;
end
$$;

-- Who sees what ----------------------------------------------------------------------------------------------------------

do $$
declare
  place text;
begin
  foreach place in array array['call_months', 'call_weeks', 'gap_months', 'phone_months'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;
  foreach place in array array['call_months', 'call_weeks'] loop
    execute format(
      'create policy %I on %I for select to fingerpost_web using (
        (select viewer_purpose()) = ''figures''
        and (
          partner_id = (select viewer_partner())
          or (partnership_id = (select viewer_partnership()) and (select counts_partnership()))
        )
      )',
      place || '_seen', place);
  end loop;
end
$$;
create policy gap_months_seen on gap_months for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'figures'
    and partnership_id = (select viewer_partnership())
    and (whose in ('nobody', (select viewer_partner()::text)) or (select counts_partnership()))
  );
create policy phone_months_seen on phone_months for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'figures'
    and (
      partner_id = (select viewer_partner())
      or (
        (select counts_partnership())
        and partner_id in (select id from partners where partnership_id = (select viewer_partnership()))
      )
    )
  );

grant select on call_months, call_weeks, gap_months, phone_months to fingerpost_web;
revoke execute on function
  add_up_calls(uuid[], date[]), add_up_gaps(uuid[], date[]), count_phone_months(uuid[], date[]), note_new_phone_history(),
  note_old_phone_history()
  from public;

-- What there is already.
select add_up_calls(array_agg(partner_id), array_agg(day))
from (select distinct partner_id, day from call_figures) as days
having count(*) > 0;
select add_up_gaps(array_agg(partnership_id), array_agg(day))
from (select distinct partnership_id, day from gap_figures) as days
having count(*) > 0;
select count_phone_months(array_agg(partner_id), array_agg(month))
from (select distinct partner_id, first_of_month(london_day(offered_at)) as month from phone_history) as months
having count(*) > 0;
