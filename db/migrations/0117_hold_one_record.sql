-- Joining and taking apart, beside changes to the same people: two waited for each other, and PostgreSQL refused one of them.
--
-- The order of 0087 stands (joinings one at a time, then the record that is kept, then what hangs on it), and is kept to the letter:
--   - taking apart holds the record that is kept before it changes anything of the one that leaves it;
--   - whoever waited for a record that was joined to another meanwhile lets go of it before they wait for the other;
--   - whoever had to wait looks again at what stands then: in a statement of its own, because one statement sees what stood when
--     it began. An organisation could keep coming near somebody who had taken that back at the same moment.

create or replace function hold_person(person uuid) returns uuid
  security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan language plpgsql
  as $$
declare
  kept uuid;
begin
  loop
    kept := person_root(person);
    begin
      perform from people where id = kept for no key update;
      if person_root(person) is not distinct from kept then
        return kept;
      end if;
      -- Undone with its part of the transaction, the hold is let go of.
      raise exception using errcode = 'FP002';
    exception
      when sqlstate 'FP002' then
        null;
    end;
  end loop;
end
$$;

create or replace function refresh_access(person uuid) returns void
  security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan language plpgsql
  as $$
declare
  kept uuid;
  members uuid[];
begin
  kept := hold_person(person);
  members := person_group(kept);
  delete from person_access
  where
    person_id = any(members)
    and (person_id, partner_id, because) not in (select wanted.person_id, wanted.partner_id, wanted.because from wanted_access(members) as wanted);
  insert into person_access (person_id, partner_id, because)
  select wanted.person_id, wanted.partner_id, wanted.because from wanted_access(members) as wanted
  on conflict do nothing;
end
$$;

create or replace function unmerge_people(merge uuid, why text) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  undone merges;
begin
  perform pg_advisory_xact_lock('merges'::regclass::oid::bigint);
  perform hold_person(into_id) from merges
  where
    id = merge
    and undone_at is null
    and into_id = any(viewer_opened_people())
    and person_id = any(viewer_opened_people());
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

create or replace function access_of_new_handoff() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  kept uuid;
begin
  -- A consent that is recorded at the same moment is taken before or after, as in refresh_access.
  kept := hold_person(new.person_id);
  if kept is distinct from new.person_id or exists (select from people where merged_into = new.person_id) then
    perform refresh_access(new.person_id);
    return null;
  end if;
  insert into person_access (person_id, partner_id, because)
  select people.id, new.partner_id, 'handed_on'
  from people
  where
    people.id = new.person_id
    and people.partner_id <> new.partner_id
    -- What the person has said of that organisation goes before, whether it was yes or no.
    and not exists (
      select
      from consents
      where
        consents.person_id = new.person_id
        and consents.partner_id = new.partner_id
        and consents.kind = 'share_with_partner'
    )
  on conflict do nothing;
  return null;
end
$$;
