-- Two consents, or two things handed on, of the same person at the same moment: each row that refers to the person holds a
-- share of them, and `for update` would have both wait until the other lets go of it, which PostgreSQL ends by refusing one.
-- `for no key update` waits for its own kind alone.

create or replace function refresh_access(person uuid) returns void
  security definer set search_path = public, pg_temp set plan_cache_mode = force_generic_plan language plpgsql
  as $$
declare
  kept uuid := person_root(person);
  members uuid[];
begin
  -- Two consents recorded at the same moment are taken one after the other.
  perform from people where id = kept for no key update;
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

create or replace function access_of_new_handoff() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  -- A consent that is recorded at the same moment is taken before or after, as in refresh_access.
  perform from people where id = new.person_id and merged_into is null for no key update;
  if not found or exists (select from people where merged_into = new.person_id) then
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
