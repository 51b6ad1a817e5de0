-- Who may come near somebody whose call is handed on is worked out while the call is saved, so it must be quick. Measured
-- with `npm run bench:desk`: planning one query took ten times as long as running it, twice for each change. As PL/pgSQL it
-- is planned once for each connection, for whomever; and it is asked only where something can come of it.

drop function wanted_access(uuid[]);
create function wanted_access(members uuid[]) returns table (person_id uuid, partner_id uuid, because text)
  stable security definer set search_path = public, pg_temp language plpgsql
  as $$
#variable_conflict use_column
begin
  return query
    with said as (
      select distinct on (consents.partner_id) consents.partner_id, consents.decision
      from consents
      where consents.person_id = any(members) and consents.kind = 'share_with_partner'
      order by consents.partner_id, consents.number desc
    ),
    handed as (
      select handoffs.partner_id
      from handoffs
      -- Until the caller has been told, as the record says in which way that is safe.
      where handoffs.person_id = any(members) and (handoffs.status <> 'closed' or handoffs.caller_told_at is null)
      union
      select handoff_asks.partner_id
      from handoff_asks
      join handoffs on handoffs.id = handoff_asks.handoff_id
      where handoffs.person_id = any(members) and handoffs.status <> 'closed'
      union
      select safeguarding_concerns.partner_id
      from safeguarding_concerns
      where safeguarding_concerns.person_id = any(members) and safeguarding_concerns.decided_at is null
    )
    select people.id, people.partner_id, 'keeper' from people where people.id = any(members)
    union all
    select people.id, said.partner_id, 'consent'
    from people
    join said on said.partner_id <> people.partner_id and said.decision = 'given'
    where people.id = any(members)
    union all
    select people.id, handed.partner_id, 'handed_on'
    from people
    join handed on handed.partner_id <> people.partner_id
    where people.id = any(members) and handed.partner_id not in (select said.partner_id from said);
end
$$;
comment on function wanted_access is
  'Who may come near these records of one person: each record''s keeper, whomever the person last agreed to share with, and those to whom something about them was handed on.';
revoke execute on function wanted_access(uuid[]) from public;

alter function refresh_access(uuid) set plan_cache_mode = force_generic_plan;

-- What is new can only add one organisation. Nearly everyone has one record, and then that is all there is to write.
create function access_of_new_handoff() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  -- A consent that is recorded at the same moment is taken before or after, as in refresh_access.
  perform from people where id = new.person_id and merged_into is null for update;
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
revoke execute on function access_of_new_handoff() from public;

-- Claiming something, or putting it back, changes nothing about who may come near.
drop trigger handoffs_access on handoffs;
create trigger handoffs_access_new after insert on handoffs
  for each row when (new.person_id is not null) execute function access_of_new_handoff();
create trigger handoffs_access after update on handoffs
  for each row when (
    new.person_id is not null
    and (
      old.partner_id <> new.partner_id
      or (old.status = 'closed') <> (new.status = 'closed')
      or old.caller_told_at is distinct from new.caller_told_at
    )
  )
  execute function access_after_handoff();
