-- Figures of the desk: counts by organisation, day and domain, in which no person stands.
--
-- They are never added to bit by bit. Whatever changes a call leaves a note in `figures_due`, in the same transaction and
-- without waiting for anybody; a job takes the notes and counts the days they touch again, from the calls themselves
-- (`count_calls_again`). So they cannot drift away from the calls, closing a call locks no shared row, and what only time
-- changes (seven days have passed) is counted by the same statement.

create table call_figures (
  partner_id uuid not null,
  partnership_id uuid not null,
  day date not null,
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
  young integer not null,
  repeat_contacts integer not null,
  repeat_spells integer not null,
  talk_seconds bigint not null,
  held_seconds bigint not null,
  after_seconds bigint not null,
  by_hour integer[] not null check (cardinality(by_hour) = 24),
  primary key (partner_id, day, domain),
  foreign key (partner_id, partnership_id) references partners (id, partnership_id) on delete restrict,
  check (claimed = sustained + returned + pending + unfollowed),
  check (calls >= eligible and eligible >= claimed)
);
comment on table call_figures is 'The calls of one organisation on one day (Europe/London) in one domain, counted. What the counts mean: docs/first-contact.md.';
comment on column call_figures.claimed is 'Eligible and resolved at first contact: each is also in sustained, returned, pending or unfollowed.';
comment on column call_figures.sustained is 'Claimed, about somebody known, and nobody got in touch again about the same within 7 × 24 hours.';
comment on column call_figures.returned is 'Claimed, about somebody known, and somebody did.';
comment on column call_figures.pending is 'Claimed, about somebody known, younger than 7 × 24 hours, and nobody has yet.';
comment on column call_figures.unfollowed is 'Claimed, about nobody known: cannot be followed.';
comment on column call_figures.settled is 'Eligible, about somebody known, older than 7 × 24 hours: what sustained is a share of.';
comment on column call_figures.young is 'Eligible, about somebody known, younger than 7 × 24 hours: this day is counted again as they grow older.';
comment on column call_figures.repeat_contacts is 'Calls that were at least the third about one person within 96 hours.';
comment on column call_figures.repeat_spells is 'Of these, those before which the person''s last call was none: times when somebody became a repeat caller.';
comment on column call_figures.by_hour is 'Calls begun in each hour of the clock in Europe/London, from 0 to 23.';
create index call_figures_partner_idx on call_figures (partner_id, partnership_id);
create index call_figures_partnership_idx on call_figures (partnership_id, day);
create index call_figures_young_idx on call_figures (day) where young > 0;

create table gap_figures (
  partnership_id uuid not null references partnerships (id) on delete restrict,
  partner_id uuid references partners (id) on delete restrict,
  day date not null,
  need_key text not null references needs (key) on delete restrict,
  place text,
  reason text not null,
  gaps integer not null,
  unique nulls not distinct (partnership_id, partner_id, day, need_key, place, reason)
);
comment on table gap_figures is 'Needs that could not be met on one day (Europe/London), counted by need, place and reason.';
comment on column gap_figures.partner_id is 'Whose call it was; null for a search, which belongs to no organisation.';
comment on column gap_figures.place is 'The ward by its code, or where that is not known the first half of the postcode.';
create index gap_figures_day_idx on gap_figures (partnership_id, day);
create index gap_figures_partner_idx on gap_figures (partner_id);
create index gap_figures_need_idx on gap_figures (need_key);

create table figures_due (
  id bigint generated always as identity primary key,
  what text not null check (what in ('call', 'person', 'gap')),
  owner_id uuid,
  person_id uuid,
  at timestamptz
);
comment on table figures_due is 'A note that something has changed and is to be counted again. Taken by count_calls_again; seen by nobody.';
comment on column figures_due.owner_id is 'For a call its organisation, for a gap its partnership.';

create table figures_counted (
  one boolean primary key default true check (one),
  counted_at timestamptz not null
);
comment on table figures_counted is 'When the figures were last brought up to date: one row, or none before the first time.';

-- What leaves a note -----------------------------------------------------------------------------------------------------

create function note_new_calls() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  insert into figures_due (what, owner_id, person_id, at)
  select 'call', partner_id, person_id, started_at from new_calls;
  return null;
end
$$;
create function note_old_calls() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  insert into figures_due (what, owner_id, person_id, at)
  select 'call', partner_id, person_id, started_at from old_calls;
  return null;
end
$$;
create function note_changed_calls() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  insert into figures_due (what, owner_id, person_id, at)
  select 'call', partner_id, person_id, started_at from old_calls
  union
  select 'call', partner_id, person_id, started_at from new_calls;
  return null;
end
$$;
create trigger calls_figures_new after insert on calls
  referencing new table as new_calls for each statement execute function note_new_calls();
create trigger calls_figures_changed after update on calls
  referencing old table as old_calls new table as new_calls for each statement execute function note_changed_calls();
create trigger calls_figures_gone after delete on calls
  referencing old table as old_calls for each statement execute function note_old_calls();

create function note_gaps() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  if tg_op <> 'INSERT' then
    insert into figures_due (what, owner_id, at) values ('gap', old.partnership_id, old.recorded_at);
  end if;
  if tg_op <> 'DELETE' then
    insert into figures_due (what, owner_id, at) values ('gap', new.partnership_id, new.recorded_at);
  end if;
  return null;
end
$$;
create trigger gaps_figures after insert or update or delete on gaps for each row execute function note_gaps();

create function note_joined_people() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  insert into figures_due (what, person_id)
  select 'person', whose from unnest(array[new.id, old.merged_into]) as whose where whose is not null;
  return null;
end
$$;
create trigger people_figures after update of merged_into on people
  for each row when (new.merged_into is distinct from old.merged_into) execute function note_joined_people();

-- Counting ---------------------------------------------------------------------------------------------------------------

create function london_day(moment timestamptz) returns date
  immutable parallel safe language sql
  return (moment at time zone 'Europe/London')::date;
comment on function london_day is 'The day on the calendar in Britain.';

create function one_person(person uuid) returns uuid[]
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  -- Nearly everyone has one record, and then there is nothing to climb.
  select case
    when exists (select from people where id = person and merged_into is not null)
      or exists (select from people where merged_into = person)
    then person_group(person_root(person))
    else array[person]
  end;
end;
comment on function one_person is 'All records that are of the same person as this one.';

create function count_call_days(owners uuid[], days date[], moment timestamptz) returns void
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
end
$$;
comment on function count_call_days is 'Counts these days of these organisations again, from the calls, as things stand at that moment.';

create function count_gap_days(owners uuid[], days date[]) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  delete from gap_figures
  using unnest(owners, days) as counted (partnership_id, day)
  where gap_figures.partnership_id = counted.partnership_id and gap_figures.day = counted.day;

  insert into gap_figures (partnership_id, partner_id, day, need_key, place, reason, gaps)
  select gaps.partnership_id, gaps.partner_id, counted.day, gaps.need_key, coalesce(gaps.ward_gss, gaps.outcode), gaps.reason, count(*)
  from unnest(owners, days) as counted (partnership_id, day)
  cross join lateral (
    select gaps.partnership_id, gaps.partner_id, gaps.need_key, gaps.ward_gss, gaps.outcode, gaps.reason
    from gaps
    where
      gaps.partnership_id = counted.partnership_id
      and gaps.recorded_at >= counted.day::timestamp at time zone 'Europe/London'
      and gaps.recorded_at < (counted.day + 1)::timestamp at time zone 'Europe/London'
    offset 0
  ) as gaps
  group by gaps.partnership_id, gaps.partner_id, counted.day, gaps.need_key, coalesce(gaps.ward_gss, gaps.outcode), gaps.reason;
end
$$;
comment on function count_gap_days is 'Counts the gaps of these days of these partnerships again.';

create function count_calls_again(moment timestamptz default now(), most integer default 5000) returns integer
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  taken_notes integer;
  call_owners uuid[];
  call_days date[];
  gap_owners uuid[];
  gap_days date[];
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
  )
  select
    (select count(*) from taken),
    (select array_agg(owner_id order by day, owner_id) from touched),
    (select array_agg(day order by day, owner_id) from touched),
    (select array_agg(owner_id order by day, owner_id) from gap_touched),
    (select array_agg(day order by day, owner_id) from gap_touched)
  into taken_notes, call_owners, call_days, gap_owners, gap_days;
  if call_days is not null then
    perform count_call_days(call_owners, call_days, moment);
  end if;
  if gap_days is not null then
    perform count_gap_days(gap_owners, gap_days);
  end if;
  insert into figures_counted (counted_at) values (moment)
  on conflict (one) do update set counted_at = excluded.counted_at;
  return taken_notes;
end
$$;
comment on function count_calls_again is
  'Takes up to so many notes of figures_due and counts what they touch, and what time has changed. Gives how many notes were taken: as many as asked for means that there may be more.';

-- Who sees what ----------------------------------------------------------------------------------------------------------

create function counts_partnership() returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    exists (select from staff_roles where staff_id = viewer_id() and role = 'analyst')
    and exists (
      select from staff join partners on partners.id = staff.partner_id
      where staff.id = viewer_id() and staff.partner_id = viewer_partner() and staff.disabled_at is null and partners.is_host
    );
end;
comment on function counts_partnership is 'Whether the viewer is an analyst of the host, who counts for the whole partnership.';

do $$
declare
  place text;
begin
  foreach place in array array['call_figures', 'gap_figures', 'figures_due', 'figures_counted'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;
end
$$;
create policy call_figures_seen on call_figures for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'figures'
    and (
      partner_id = (select viewer_partner())
      or (partnership_id = (select viewer_partnership()) and (select counts_partnership()))
    )
  );
create policy gap_figures_seen on gap_figures for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'figures'
    and partnership_id = (select viewer_partnership())
    and (partner_id is null or partner_id = (select viewer_partner()) or (select counts_partnership()))
  );
create policy figures_counted_seen on figures_counted for select to fingerpost_web
  using ((select viewer_purpose()) = 'figures');

-- The counts are seen instead: one row of a gap, with its moment and its call, is nearer to a person than counting needs.
drop policy gaps_figures on gaps;

grant select on call_figures, gap_figures, figures_counted to fingerpost_web;
revoke execute on function
  note_new_calls(), note_old_calls(), note_changed_calls(), note_gaps(), note_joined_people(), one_person(uuid),
  count_call_days(uuid[], date[], timestamptz), count_gap_days(uuid[], date[]), count_calls_again(timestamptz, integer),
  counts_partnership()
  from public;
grant execute on function count_calls_again(timestamptz, integer), counts_partnership() to fingerpost_web;
