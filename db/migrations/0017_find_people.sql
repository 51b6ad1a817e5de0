-- Finding people by common names among many: all keys of a record in one row under one inverted index.
--
-- With a row for each key, 'John Smith' met every John and every Smith before it could intersect them. An inverted index
-- intersects by itself, but array operators may leak and so are not allowed to use an index under a policy. The search
-- is therefore one function, which looks at who asks and for what, and gives back ids alone; what is shown of those
-- people still passes the policies of `people`.

drop table person_keys;
drop function key_leads_to_kept;

create table person_keys (
  person_id uuid primary key references people (id) on delete cascade,
  keys text[] not null default '{}',
  found_keys text[] not null default '{}'
);
comment on table person_keys is 'Every way in which a person is looked for, as kind:key, made from the record by app/domain/people/person-keys.';
comment on column person_keys.found_keys is 'Its own keys and those of the records merged into it: what the search compares.';
create index person_keys_found_idx on person_keys using gin (found_keys);

alter table person_keys enable row level security, force row level security;
create policy person_keys_owner on person_keys for all to current_user using (true) with check (true);
create policy person_keys_record on person_keys for all to fingerpost_web
  using (person_id = any((select viewer_opened_people())::uuid[]));
create policy person_keys_added on person_keys for select to fingerpost_web
  using ((select viewer_purpose()) = 'add-person' and viewer_added(person_id));
create policy person_keys_adding on person_keys for insert to fingerpost_web
  with check ((select viewer_purpose()) = 'add-person' and viewer_added(person_id));
create policy person_keys_find on person_keys for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'find-person'
    and exists (
      select from person_access where person_id = person_keys.person_id and partner_id = (select viewer_partner())
    )
  );
grant select, insert on person_keys to fingerpost_web;
grant update (keys) on person_keys to fingerpost_web;

create function refresh_found_keys(person uuid) returns void
  security definer set search_path = public, pg_temp language sql
begin atomic
  update person_keys
  set found_keys = array(
    select distinct key
    from person_keys as member
    cross join unnest(member.keys) as key
    where
      member.person_id = any(person_group(person_keys.person_id))
      -- A record is not found by what some of those who may find it are not allowed to know.
      and not exists (
        select from person_access as finding
        where
          finding.person_id = person_keys.person_id
          and not exists (
            select from person_access as knowing
            where knowing.person_id = member.person_id and knowing.partner_id = finding.partner_id
          )
      )
  )
  where person_id = any(person_group(person_root(person)));
end;
comment on function refresh_found_keys is 'Works out again by what a person is found, after a change of keys, a merge or a consent.';
revoke execute on function refresh_found_keys from public;

create function found_keys_after_change() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform refresh_found_keys(new.person_id);
  return null;
end
$$;
create trigger person_keys_found after insert or update of keys on person_keys
  for each row execute function found_keys_after_change();

create or replace function after_merge_or_move() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform refresh_access(new.id);
  perform refresh_found_keys(new.id);
  if old.merged_into is not null and new.merged_into is null then
    perform refresh_access(old.merged_into);
    perform refresh_found_keys(old.merged_into);
  end if;
  return null;
end
$$;

create or replace function access_after_consent() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  perform refresh_access(new.person_id);
  perform refresh_found_keys(new.person_id);
  return null;
end
$$;

-- Keys arrive flat: `parts`, `keys` and `weights` side by side. Someone counts when they are met by `needed` parts.
create function search_people(parts integer[], keys text[], weights real[], needed integer, most integer)
  returns table (person_id uuid, score real, is_met_whole boolean)
  stable security definer set search_path = public, pg_temp language plpgsql rows 50
  -- Each search has other keys of other commonness: a plan for all of them fits none. Who is near is asked row by row
  -- (`select true`), because as a join it would read the whole of person_access.
  set plan_cache_mode = force_custom_plan
  as $$
declare
  part_count constant integer := (select count(distinct part) from unnest(parts) as part);
  here constant uuid := viewer_partner();
  area constant uuid := case when viewer_purpose() = 'find-in-emergency' then viewer_partnership() end;
  first text[];
  second text[];
  third text[];
  alike record;
  met uuid[];
  all_met uuid[] := '{}';
begin
  if here is null or viewer_purpose() not in ('find-person', 'find-in-emergency') then
    return;
  end if;

  if part_count = 1 then
    -- One word alone may be a thousand people's: the surest keys first, and no more than are shown.
    for alike in
      select asked.weight, array_agg(asked.key) as keys
      from unnest(keys, weights) as asked (key, weight)
      group by asked.weight
      order by asked.weight desc
    loop
      select array_agg(found.person_id)
      into met
      from (
        select person_keys.person_id
        from person_keys
        where
          person_keys.found_keys && alike.keys
          and (area is not null or (select true from person_access where person_access.person_id = person_keys.person_id and person_access.partner_id = here))
          and (
            select true
            from people
            where
              people.id = person_keys.person_id
              and (area is null or people.partnership_id = area)
              -- A merged record is shown as the one it was merged into, by whoever may see that one.
              and (
                people.merged_into is null
                or (
                  area is null
                  and not exists (
                    select from person_access
                    where person_access.person_id = person_root(people.id) and person_access.partner_id = here
                  )
                )
              )
          )
          and person_keys.person_id <> all(all_met)
        limit most - cardinality(all_met)
      ) as found;
      return query select one, alike.weight, alike.weight > 0.999 from unnest(met) as one;
      all_met := all_met || coalesce(met, '{}');
      exit when cardinality(all_met) >= most;
    end loop;
    return;
  end if;

  -- Where one part may be missed, two of any three must be met: the three that say most are asked for first.
  select array_agg(key) filter (where part = 0), array_agg(key) filter (where part = 1), array_agg(key) filter (where part = 2)
  into first, second, third
  from unnest(parts, keys) as asked (part, key);
  return query
  select scored.id, scored.score, scored.score > part_count - 0.001
  from (
    select met.id, sum(met.weight)::real as score
    from (
      select candidates.id, asked.part, max(asked.weight) as weight
      from (
        select person_keys.person_id as id, person_keys.found_keys
        from person_keys
        where needed = part_count and person_keys.found_keys && first and person_keys.found_keys && second
        union all
        select person_keys.person_id, person_keys.found_keys
        from person_keys
        where
          needed < part_count
          and (
            (person_keys.found_keys && first and person_keys.found_keys && second)
            or (person_keys.found_keys && first and person_keys.found_keys && third)
            or (person_keys.found_keys && second and person_keys.found_keys && third)
          )
      ) as candidates
      cross join lateral unnest(candidates.found_keys) as found (key)
      join unnest(parts, keys, weights) as asked (part, key, weight) on asked.key = found.key
      group by candidates.id, asked.part
    ) as met
    group by met.id
    having count(*) >= needed
  ) as scored
  where
    (area is not null or (select true from person_access where person_access.person_id = scored.id and person_access.partner_id = here))
    and (
      select true
      from people
      where
        people.id = scored.id
        and (area is null or people.partnership_id = area)
        -- A merged record is shown as the one it was merged into, by whoever may see that one.
        and (
          people.merged_into is null
          or (
            area is null
            and not exists (
              select from person_access
              where person_access.person_id = person_root(people.id) and person_access.partner_id = here
            )
          )
        )
    )
  order by scored.score desc, scored.id
  limit most;
end
$$;
comment on function search_people is
  'The people near the viewer (in an emergency: of the partnership) who are met by those keys, likeliest first, at most `most`.';

revoke execute on function search_people from public;
grant execute on function search_people to fingerpost_web;

-- The other side of a relationship is named by reference, which says nothing to whoever may not see them.
alter table person_relationships drop column other_person_id;
alter table person_relationships
  add column other_reference text references people (reference) on delete cascade,
  add check (num_nonnulls(other_reference, other_name) >= 1);
comment on column person_relationships.other_reference is 'The other, where they have a record here.';
create index person_relationships_other_idx on person_relationships (other_reference);
