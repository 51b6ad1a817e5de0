-- What must be known of all whom a page is about was worked out person by person, each with a look for records that were joined
-- and for who may come near; of a day with fifty people that was most of what it took. It is asked of all at once. And which
-- measures can be due in a worker's cases is found without asking of each measure whose case it is. All give what they gave.

create function person_groups(asked uuid[]) returns table (about uuid, member uuid)
  stable security definer set search_path = public, pg_temp language sql rows 60
begin atomic
  with recursive
    upwards (about, id, merged_into) as (
      select people.id, people.id, people.merged_into from people where people.id = any(asked)
      union all
      -- Looked up one by one: there are few, and no table of people is read through for them.
      select upwards.about, above.id, above.merged_into
      from upwards
      cross join lateral (select people.id, people.merged_into from people where people.id = upwards.merged_into limit 1) as above
    ),
    downwards (about, id) as (
      select about, id from upwards where merged_into is null
      union
      select downwards.about, below.id
      from downwards
      cross join lateral (select people.id from people where people.merged_into = downwards.id offset 0) as below
    )
  select downwards.about, downwards.id from downwards;
end;
comment on function person_groups is 'As person_group of person_root, of many people at once: each with every record that is kept of them.';
revoke execute on function person_groups(uuid[]) from public;

create or replace function alerts_and_needs(asked uuid[]) returns table (person_id uuid, what text, kind text, words text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with
    near as materialized (
      select groups.about, people.id, people.partner_id = (select viewer_partner()) as is_keeper
      from person_groups(asked) as groups
      cross join lateral (select people.id, people.partner_id from people where people.id = groups.member limit 1) as people
      where
        (select viewer_purpose()) in ('desk', 'caseload', 'mdt')
        and ((select viewer_purpose()) <> 'caseload' or (select viewer_walks()))
        and (
          select true from person_access
          where person_access.person_id = groups.about and partner_id = (select viewer_partner())
        )
        and (
          select true from person_access
          where person_access.person_id = groups.member and partner_id = (select viewer_partner())
        )
    ),
    known (about, what, kind, words, since) as (
      select about, 'alert', alerts.kind, note, created_at
      from near
      cross join lateral (
        select person_alerts.kind, note, created_at
        from person_alerts
        where person_alerts.person_id = near.id and (valid_until is null or valid_until >= london_day(now()))
        offset 0
      ) as alerts
      union all
      select about, 'need', needs.kind, need, created_at
      from near
      cross join lateral (
        select person_communication.kind, need, may_share, created_at
        from person_communication
        where person_communication.person_id = near.id
        offset 0
      ) as needs
      where is_keeper or may_share <> 'no'
      union all
      select about, 'need', 'interpreter', language, created_at
      from near
      cross join lateral (
        select language, created_at
        from person_languages
        where person_languages.person_id = near.id and interpreter = 'yes'
        offset 0
      ) as languages
    )
  select about, known.what, known.kind, known.words
  from known
  order by since, known.words;
end;

create function ring_warnings(asked uuid[], phones text[]) returns table (place integer, warning text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with
    wanted as materialized (
      select one.person, one.phone, one.place::integer as place
      from unnest(asked, phones) with ordinality as one (person, phone, place)
      where
        (select viewer_purpose()) in ('desk', 'caseload')
        and one.person is not null
        and one.phone is not null
        -- As viewer_may_reach says of one.
        and (
          exists (select from person_access where person_id = one.person and partner_id = (select viewer_partner()))
          or exists (select from handoffs where person_id = one.person and partner_id = (select viewer_partner()))
          or exists (select from call_backs where person_id = one.person and partner_id = (select viewer_partner()))
        )
    ),
    groups as materialized (
      select about, member from person_groups(array(select distinct person from wanted))
    )
  select
    wanted.place,
    case
      when bool_or(safe_to_call = 'no') then 'not_safe'
      when bool_or(safe_to_leave_message = 'no') then 'no_message'
    end
  from wanted
  join groups on groups.about = wanted.person
  cross join lateral (
    select safe_to_call, safe_to_leave_message
    from person_contacts
    where person_contacts.person_id = groups.member and person_contacts.value = wanted.phone
    offset 0
  ) as contacts
  group by wanted.place
  having bool_or(safe_to_call = 'no' or safe_to_leave_message = 'no');
end;
comment on function ring_warnings is
  'What the records say against ringing people on these numbers, for those against whom they say something: the place of each in the two lists, from 1, and not_safe or no_message (leave none).';
revoke execute on function ring_warnings(uuid[], text[]) from public;
grant execute on function ring_warnings(uuid[], text[]) to fingerpost_web;

create or replace function unsafe_to_ring(person uuid, phone text) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select warning from ring_warnings(array[person], array[phone]);
end;

create function cases_to_measure(who uuid, wanted jsonb)
  returns table (id uuid, reference text, needs text[], opened_at timestamptz, closed_at timestamptz, taken text[])
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with
    asked as materialized (
      -- Several scales are asked for the same cases at the same time: once for all of them.
      select
        array_agg(one.scale) as scales, one.occasion, one."from", one.since::timestamptz as since,
        one.until::timestamptz + interval '1 day' as until, one.needs
      from jsonb_to_recordset(wanted)
        as one (scale text, occasion text, "from" text, since date, until date, needs text[])
      group by one.occasion, one."from", one.since, one.until, one.needs
    ),
    -- By their days alone, which the index holds: of years of cases few are left to be opened.
    near as materialized (
      select cases.id
      from cases
      where
        (select viewer_purpose()) = 'caseload'
        and (select viewer_walks())
        and cases.worker_id = who
        and cases.partner_id = (select viewer_partner())
        and exists (
          select
          from asked
          where case asked."from" when 'opened' then cases.opened_at else cases.closed_at end between asked.since and asked.until
        )
    )
  select
    cases.id,
    cases.reference,
    cases.needs,
    cases.opened_at,
    cases.closed_at,
    array(
      select measures.scale || ' ' || measures.occasion
      from measures
      where measures.case_id = cases.id and measures.struck_at is null
    )
  from near
  join cases on cases.id = near.id
  where
    exists (
      select
      from asked
      where
        case asked."from" when 'opened' then cases.opened_at else cases.closed_at end between asked.since and asked.until
        and (cardinality(asked.needs) = 0 or cases.needs && asked.needs)
        and exists (
          select
          from unnest(asked.scales) as one (scale)
          where
            not exists (
              select
              from measures
              where
                measures.case_id = cases.id
                and measures.scale = one.scale
                and measures.occasion = asked.occasion
                and measures.occasion <> 'other'
                and measures.struck_at is null
            )
        )
    );
end;
comment on function cases_to_measure is
  'Of the cases that somebody of the viewer''s own provider walks with, those in which something wanted can be due and was not taken; with all that was.';
revoke execute on function cases_to_measure(uuid, jsonb) from public;
grant execute on function cases_to_measure(uuid, jsonb) to fingerpost_web;

-- A worker's open cases are found by worker and provider at once; with the worker alone, all cases of the provider were read
-- through beside them.
drop index cases_worker_idx;
create index cases_worker_idx on cases (worker_id, partner_id) include (id, opened_at, closed_at);
drop index cases_due_idx;
create index cases_due_idx on cases (worker_id, partner_id, next_step_on) include (id) where status <> 'closed';
drop index cases_plan_review_idx;
create index cases_plan_review_idx on cases (worker_id, partner_id, plan_review_on) where status <> 'closed';
