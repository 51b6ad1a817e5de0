-- Whoever takes back that a service may know of them is out of its sight at once: the private link ends with the consent.

create function end_onward_links() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  with ended as (
    update onward_referrals set withdrawn_at = now()
    from cases
    where
      cases.person_id = any(person_group(person_root(new.person_id)))
      and onward_referrals.case_id = cases.id
      and token_hash is not null
      and withdrawn_at is null
      and (
        lower(service_name) = lower(btrim(new.organisation))
        or exists (
          select from services
          join organisations on organisations.id = services.organisation_id
          where services.id = service_id and lower(organisations.name) = lower(btrim(new.organisation))
        )
      )
    returning onward_referrals.case_id, onward_referrals.partner_id, service_name
  )
  insert into case_events (case_id, partner_id, kind, words, by_id)
  select case_id, partner_id, 'onward', service_name || ': link ended, as they do not agree any more', viewer_id()
  from ended;
  return null;
end
$$;
comment on function end_onward_links is 'Ends the private links of services that somebody no longer agrees to share with, with a line in the case.';
create trigger consents_end_onward after insert on consents
  for each row when (new.kind = 'share_with_organisation' and new.decision in ('refused', 'withdrawn'))
  execute function end_onward_links();
revoke execute on function end_onward_links from public;
