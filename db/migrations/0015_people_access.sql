-- Who sees which rows about people, and what the database keeps in step by itself.
--
-- The functions marked `security definer` run as whoever owns the tables; the policies named _owner are for them.

-- Records that belong together ------------------------------------------------------------------------------------------

create function person_root(person uuid) returns uuid
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with recursive upwards (id, merged_into) as (
    select id, merged_into from people where id = person
    union all
    select people.id, people.merged_into from people join upwards on people.id = upwards.merged_into
  )
  select id from upwards where merged_into is null;
end;
comment on function person_root is 'The record that is kept of a person: their own, or the one it was merged into, however often.';

create function person_group(person uuid) returns uuid[]
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with recursive downwards (id) as (
    select person
    union
    select people.id from people join downwards on people.merged_into = downwards.id
  )
  select array_agg(id) from downwards;
end;
comment on function person_group is 'A person''s record and all that were merged into it.';

-- Who may come near -----------------------------------------------------------------------------------------------------

create function wanted_access(members uuid[]) returns table (person_id uuid, partner_id uuid, because text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with agreed as (
    select latest.partner_id
    from (
      select distinct on (consents.partner_id) consents.partner_id, consents.decision
      from consents
      where consents.person_id = any(members) and consents.kind = 'share_with_partner'
      order by consents.partner_id, consents.number desc
    ) as latest
    where latest.decision = 'given'
  )
  select people.id, people.partner_id, 'keeper' from people where people.id = any(members)
  union all
  select people.id, agreed.partner_id, 'consent'
  from people
  join agreed on agreed.partner_id <> people.partner_id
  where people.id = any(members);
end;
comment on function wanted_access is 'Who may come near these records of one person: each record''s keeper, and whomever the person last agreed to share with.';

create function refresh_access(person uuid) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  kept uuid := person_root(person);
  members uuid[];
begin
  -- Two consents recorded at the same moment are taken one after the other.
  perform from people where id = kept for update;
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
comment on function refresh_access is 'Works out again who may come near a person, after a consent, a merge or a change of keeper.';

create function access_after_consent() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform refresh_access(new.person_id);
  return null;
end
$$;
create trigger consents_access after insert on consents
  for each row when (new.kind = 'share_with_partner') execute function access_after_consent();

create function access_of_new_person() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  insert into person_access (person_id, partner_id, because) values (new.id, new.partner_id, 'keeper');
  return null;
end
$$;
create trigger people_access after insert on people for each row execute function access_of_new_person();

create function after_merge_or_move() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform refresh_access(new.id);
  if new.merged_into is distinct from old.merged_into then
    if old.merged_into is not null then
      perform refresh_access(old.merged_into);
    end if;
    update person_keys
    set found_id = person_root(new.id)
    where person_id = any(person_group(new.id));
  end if;
  return null;
end
$$;
create trigger people_merged_or_moved after update of merged_into, partner_id on people
  for each row when (new.merged_into is distinct from old.merged_into or new.partner_id is distinct from old.partner_id)
  execute function after_merge_or_move();

create function key_leads_to_kept() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  new.found_id := person_root(new.person_id);
  return new;
end
$$;
create trigger person_keys_found before insert on person_keys for each row execute function key_leads_to_kept();

-- What the thin row shows of the rest -----------------------------------------------------------------------------------

create function ward_of_address() returns trigger
  language plpgsql
  as $$
begin
  new.ward_gss := (select ward_gss from postcodes where postcode = new.postcode);
  return new;
end
$$;
create trigger person_addresses_ward before insert or update of postcode on person_addresses
  for each row execute function ward_of_address();

create function outcode_of_person() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  person uuid := case tg_op when 'DELETE' then old.person_id else new.person_id end;
begin
  update people
  set outcode = (
    select split_part(postcode, ' ', 1)
    from person_addresses
    where person_id = person and postcode is not null and kind <> 'post'
    order by (valid_until is null or valid_until >= current_date) desc, valid_from desc nulls last, created_at desc, id
    limit 1
  )
  where id = person;
  return null;
end
$$;
create trigger person_addresses_outcode after insert or update or delete on person_addresses
  for each row execute function outcode_of_person();

create function alert_of_person() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  person uuid := case tg_op when 'DELETE' then old.person_id else new.person_id end;
begin
  update people
  set alert_until = (select max(coalesce(valid_until, 'infinity')) from person_alerts where person_id = person)
  where id = person;
  return null;
end
$$;
create trigger person_alerts_flag after insert or update or delete on person_alerts
  for each row execute function alert_of_person();

-- Opening a record ------------------------------------------------------------------------------------------------------

create function viewer_opened_people() returns uuid[]
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with recursive opened as (
    select person_id, basis
    from openings
    where
      id = viewer_opening()
      and staff_id = viewer_id()
      and partner_id = viewer_partner()
      and viewer_purpose() = 'record'
      and closed_at is null
      and expires_at > clock_timestamp()
  ),
  members (id) as (
    select person_id from opened
    union
    select people.id from people join members on people.merged_into = members.id
  )
  select coalesce(array_agg(members.id), '{}')
  from members
  where
    exists (select from opened where basis = 'emergency')
    or exists (select from person_access where person_id = members.id and partner_id = viewer_partner());
end;
comment on function viewer_opened_people is
  'The records that this transaction may show: of the person whose opening it names, while that stands and access is still held.';

create function viewer_added(person uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    viewer_purpose() = 'add-person'
    and exists (select from people where id = person and created_by = viewer_id() and created_at = now());
end;
comment on function viewer_added is 'Whether this very transaction wrote the person down.';

create function time_of_opening() returns trigger
  language plpgsql
  as $$
begin
  new.opened_at := now();
  new.expires_at := now() + case new.basis when 'emergency' then interval '60 minutes' else interval '12 hours' end;
  return new;
end
$$;
create trigger openings_time before insert on openings for each row execute function time_of_opening();

create function tell_of_emergency() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  insert into emergency_reviews (opening_id) values (new.id);
  insert into messages (partner_id, channel, recipient, subject, body)
  select
    staff.partner_id,
    'email',
    staff.email,
    'Emergency access to record ' || person.reference,
    'Someone at ' || viewers.name || ' used emergency access to open record ' || person.reference || ' at '
      || to_char(now() at time zone 'Europe/London', 'HH24:MI on FMDD FMMonth YYYY') || E'.\n\n'
      || 'Please sign in to Fingerpost, read the reason they gave, and write down whether it was right.'
  from people as person
  join partners as viewers on viewers.id = new.partner_id
  join staff on staff.partner_id in (person.partner_id, new.partner_id) and staff.disabled_at is null
  where
    person.id = new.person_id
    and exists (
      select from staff_roles
      where
        staff_roles.staff_id = staff.id
        -- Where an organisation has no records officer, those who could name one are told.
        and staff_roles.role = case
          when exists (
            select
            from staff as officers
            join staff_roles as offices on offices.staff_id = officers.id and offices.role = 'records_officer'
            where officers.partner_id = staff.partner_id and officers.disabled_at is null
          ) then 'records_officer'
          else 'administrator'
        end
    );
  return null;
end
$$;
create trigger openings_emergency after insert on openings
  for each row when (new.basis = 'emergency') execute function tell_of_emergency();

-- Merging ---------------------------------------------------------------------------------------------------------------

create function merge_people(kept uuid, other uuid, evidence text[], why text) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  both_groups uuid[];
begin
  if kept = other then
    return 'same';
  end if;
  if not (kept = any(viewer_opened_people())) then
    return 'not_opened';
  end if;
  perform from people where id in (kept, other) order by id for update;
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
comment on function merge_people is
  'Joins another record to the one the viewer has opened: merged, or why not (same, not_opened, not_found, not_shared).';

create function unmerge_people(merge uuid, why text) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  undone merges;
begin
  update merges
  set undone_at = clock_timestamp(), undone_by = viewer_id(), undone_why = why
  where id = merge and undone_at is null and into_id = any(viewer_opened_people()) and person_id = any(viewer_opened_people())
  returning * into undone;
  if undone.id is null then
    return 'not_found';
  end if;
  update people set merged_into = null where id = undone.person_id;
  return 'unmerged';
end
$$;
comment on function unmerge_people is 'Takes a joined record apart again: unmerged, or not_found.';

-- Who sees what ---------------------------------------------------------------------------------------------------------

do $$
declare
  hanging constant text[] := array[
    'person_about', 'person_names', 'person_identifiers', 'person_addresses', 'person_contacts', 'person_practices',
    'person_languages', 'person_communication', 'person_relationships', 'person_alerts', 'person_sections', 'person_keys'
  ];
  others constant text[] := array['people', 'name_words', 'consents', 'person_access', 'openings', 'emergency_reviews', 'merges'];
  place text;
begin
  foreach place in array hanging || others loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;

  -- The record: under an opening of this person, or while writing them down.
  foreach place in array hanging loop
    execute format(
      'create policy %I on %I for all to fingerpost_web using (person_id = any((select viewer_opened_people())::uuid[]))',
      place || '_record', place);
    execute format(
      'create policy %I on %I for select to fingerpost_web using ((select viewer_purpose()) = ''add-person'' and viewer_added(person_id))',
      place || '_added', place);
    execute format(
      'create policy %I on %I for insert to fingerpost_web with check ((select viewer_purpose()) = ''add-person'' and viewer_added(person_id))',
      place || '_adding', place);
    execute format('grant select, insert, update, delete on %I to fingerpost_web', place);
  end loop;
end
$$;

create policy people_find on people for select to fingerpost_web
  using (
    (select viewer_purpose()) in ('find-person', 'open-record')
    and exists (select from person_access where person_id = people.id and partner_id = (select viewer_partner()))
  );
create policy people_find_in_emergency on people for select to fingerpost_web
  using ((select viewer_purpose()) = 'find-in-emergency' and partnership_id = (select viewer_partnership()));
create policy people_record on people for select to fingerpost_web
  using (id = any((select viewer_opened_people())::uuid[]));
create policy people_change on people for update to fingerpost_web
  using (id = any((select viewer_opened_people())::uuid[]));
create policy people_adding on people for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'add-person'
    and partner_id = (select viewer_partner())
    and partnership_id = (select viewer_partnership())
    and created_by = (select viewer_id())
    and created_at = now()
    and merged_into is null
  );
create policy people_added on people for select to fingerpost_web
  using ((select viewer_purpose()) = 'add-person' and created_by = (select viewer_id()) and created_at = now());
create policy people_review on people for select to fingerpost_web
  using (
    (select reviews_records())
    and exists (select from person_access where person_id = people.id and partner_id = (select viewer_partner()))
  );

create policy person_keys_find on person_keys for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'find-person'
    and exists (
      select from person_access where person_id = person_keys.person_id and partner_id = (select viewer_partner())
    )
  );
create policy person_keys_find_in_emergency on person_keys for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'find-in-emergency'
    and exists (select from people where people.id = person_keys.person_id)
  );

create policy person_access_own on person_access for select to fingerpost_web
  using (
    partner_id = (select viewer_partner())
    and (select viewer_purpose()) in ('find-person', 'open-record', 'records-review')
  );
create policy person_access_record on person_access for select to fingerpost_web
  using (person_id = any((select viewer_opened_people())::uuid[]));

create policy consents_record on consents for select to fingerpost_web
  using (person_id = any((select viewer_opened_people())::uuid[]));
create policy consents_recording on consents for insert to fingerpost_web
  with check (
    (person_id = any((select viewer_opened_people())::uuid[]) or viewer_added(person_id))
    and recorded_by = (select viewer_id())
    and recorded_partner_id = (select viewer_partner())
    and (
      partner_id is null
      or exists (select from partners where id = consents.partner_id and partnership_id = (select viewer_partnership()))
    )
  );
create policy consents_added on consents for select to fingerpost_web
  using ((select viewer_purpose()) = 'add-person' and viewer_added(person_id));

create policy openings_own on openings for select to fingerpost_web
  using (staff_id = (select viewer_id()) and partner_id = (select viewer_partner()));
create policy openings_opening on openings for insert to fingerpost_web
  with check (
    staff_id = (select viewer_id())
    and partner_id = (select viewer_partner())
    and case basis
      when 'emergency' then (select viewer_purpose()) = 'find-in-emergency'
      else (select viewer_purpose()) = 'open-record'
    end
    -- The policies of people say who that may be: those near us, or in an emergency anyone of the partnership.
    and exists (select from people where people.id = openings.person_id)
  );
create policy openings_closing on openings for update to fingerpost_web
  using (staff_id = (select viewer_id()) and partner_id = (select viewer_partner()));
create policy openings_review on openings for select to fingerpost_web
  using (
    (select reviews_records())
    and (
      partner_id = (select viewer_partner())
      or exists (select from people where people.id = openings.person_id and people.partner_id = (select viewer_partner()))
    )
  );

create policy emergency_reviews_review on emergency_reviews for all to fingerpost_web
  using ((select reviews_records()) and exists (select from openings where openings.id = opening_id));

create policy merges_record on merges for select to fingerpost_web
  using (into_id = any((select viewer_opened_people())::uuid[]) and person_id = any((select viewer_opened_people())::uuid[]));
create policy merges_undone on merges for select to fingerpost_web
  using (undone_at is not null and (into_id = any((select viewer_opened_people())::uuid[]) or person_id = any((select viewer_opened_people())::uuid[])));

-- The messages that an emergency sends by itself.
create policy messages_of_emergency on messages for insert to current_user with check (true);

grant select, insert on people to fingerpost_web;
grant update (known_as, given_name, family_name, birth_date, estimated_age, estimated_on, is_deceased, deceased_on)
  on people to fingerpost_web;
grant select on person_access, merges to fingerpost_web;
grant select, insert on consents to fingerpost_web;
grant select on openings to fingerpost_web;
grant insert (id, staff_id, partner_id, person_id, basis, consent_by, consent_how, work_kind, work_name, reason)
  on openings to fingerpost_web;
grant update (closed_at) on openings to fingerpost_web;
grant select on emergency_reviews to fingerpost_web;
grant update (outcome, note, reviewed_by, reviewed_at) on emergency_reviews to fingerpost_web;

do $$
declare
  inner_function text;
begin
  foreach inner_function in array array[
    'refresh_access(uuid)', 'wanted_access(uuid[])', 'person_group(uuid)', 'person_root(uuid)',
    'like_words(text[], text[])', 'keep_name_words(text[], text[])',
    'merge_people(uuid, uuid, text[], text)', 'unmerge_people(uuid, text)',
    'viewer_opened_people()', 'viewer_added(uuid)'
  ] loop
    execute format('revoke execute on function %s from public', inner_function);
  end loop;
end
$$;
grant execute on function
  like_words(text[], text[]), keep_name_words(text[], text[]), person_group(uuid),
  merge_people(uuid, uuid, text[], text), unmerge_people(uuid, text), viewer_opened_people(), viewer_added(uuid)
  to fingerpost_web;
