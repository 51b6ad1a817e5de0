-- Records are joined and taken apart while others consent, hand on and correct. Each of these works out anew who may come near
-- and by what somebody is found, from all records of one person, and so they must come one after the other, in one order:
--
--   1. joinings and takings apart one at a time, in the whole database: there are few of them, and they are short;
--   2. then the record that is kept, held by whoever works something out from it, `for no key update`: rows that merely refer
--      to a person hold a share of them, which `for update` would wait for, and two who wait for each other are shut out;
--   3. then what hangs on it.
--
-- Whoever had to wait for a record may find that it was joined to another meanwhile: they go on to that one.

create function hold_person(person uuid) returns uuid
  security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan language plpgsql
  as $$
declare
  held uuid;
  kept uuid := person_root(person);
begin
  while kept is distinct from held loop
    perform from people where id = kept for no key update;
    held := kept;
    kept := person_root(person);
  end loop;
  return held;
end
$$;
comment on function hold_person is 'Holds the record that is kept of a person until the transaction ends, and gives its id.';
revoke execute on function hold_person from public;
grant execute on function hold_person to fingerpost_web;

create or replace function refresh_access(person uuid) returns void
  security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan language plpgsql
  as $$
declare
  members uuid[];
begin
  members := person_group(hold_person(person));
  delete from person_access
  where
    person_id = any(members)
    and (person_id, partner_id, because) not in (select wanted.person_id, wanted.partner_id, wanted.because from wanted_access(members) as wanted);
  insert into person_access (person_id, partner_id, because)
  select wanted.person_id, wanted.partner_id, wanted.because from wanted_access(members) as wanted
  on conflict do nothing;
end
$$;

create or replace function merge_people(kept uuid, other uuid, evidence text[], why text) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  both_groups uuid[];
begin
  if kept = other then
    return 'same';
  end if;
  perform pg_advisory_xact_lock('merges'::regclass::oid::bigint);
  if not (kept = any(viewer_opened_people())) then
    return 'not_opened';
  end if;
  -- What is joined to another by now is not waited for: it is not to be joined.
  perform from people where id in (kept, other) and merged_into is null order by id for no key update;
  if (
    select count(*) from people
    where id in (kept, other) and merged_into is null
      and exists (select from person_access where person_id = people.id and partner_id = viewer_partner())
  ) <> 2 then
    return 'not_found';
  end if;
  -- Nobody comes nearer to anything by a merge: every keeper of one record must already be let near the other.
  both_groups := person_group(kept) || person_group(other);
  if exists (
    select
    from people as keeping
    cross join people as seen
    where
      keeping.id = any(both_groups)
      and seen.id = any(both_groups)
      and not exists (
        select from person_access where person_id = seen.id and partner_id = keeping.partner_id
      )
  ) then
    return 'not_shared';
  end if;
  insert into merges (person_id, into_id, evidence, why, merged_by) values (other, kept, evidence, why, viewer_id());
  update people set merged_into = kept where id = other;
  return 'merged';
end
$$;

create or replace function unmerge_people(merge uuid, why text) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  undone merges;
begin
  perform pg_advisory_xact_lock('merges'::regclass::oid::bigint);
  update merges
  set undone_at = clock_timestamp(), undone_by = viewer_id(), undone_why = unmerge_people.why
  where
    id = merge
    and undone_at is null
    and into_id = any(viewer_opened_people())
    and person_id = any(viewer_opened_people())
  returning * into undone;
  if undone.id is null then
    return 'not_found';
  end if;
  update people set merged_into = null where id = undone.person_id;
  return 'unmerged';
end
$$;
