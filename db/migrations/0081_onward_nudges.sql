-- A gentle reminder to whoever has not answered: the same link again, which is drawn from the id of the row and the secret of
-- the site, so that nothing but its hash is kept. And whoever no longer agrees to be referred at all is out of sight at once.

alter table onward_referrals
  add column site_address text check (length(site_address) between 1 and 300),
  add column nudges smallint not null default 0 check (nudges between 0 and 9),
  add column nudged_at timestamptz,
  add check (kind <> 'told' or nudges = 0);
comment on column onward_referrals.site_address is 'Where the site was reached when the link was sent, for the reminders.';
comment on column onward_referrals.nudges is 'How many of the days on which a reminder is due have been seen to. One that could not be sent counts.';
comment on column onward_referrals.nudged_at is 'When a reminder was last sent.';
create index onward_referrals_nudge_idx on onward_referrals (made_at) where state in ('sent', 'seen') and withdrawn_at is null;

-- Takes what is due, each row by one worker of the job only: others pass by what is held, and find it seen to afterwards. With
-- several days gone by at once there is one reminder, and from `until_days` on none: then it is the worker's.
create function take_onward_nudges(moment timestamptz, days integer[], until_days integer, most integer)
  returns table (onward_id uuid, service text, recipient text, partner uuid, address text, hash bytea)
  security definer set search_path = public, pg_temp language sql
begin atomic
  with due as (
    select
      onward_referrals.id,
      (select count(*) from unnest(days) as day where made_at <= moment - make_interval(days => day))::smallint as passed
    from onward_referrals
    join cases on cases.id = onward_referrals.case_id
    left join services on services.id = service_id
    left join organisations on organisations.id = services.organisation_id
    where
      viewer_purpose() = 'housekeeping'
      and onward_referrals.state in ('sent', 'seen')
      and withdrawn_at is null
      and expires_at > moment
      and made_at > moment - make_interval(days => until_days)
      and made_at <= moment - make_interval(days => (select min(day) from unnest(days) as day))
      and nudges < (select count(*) from unnest(days) as day where made_at <= moment - make_interval(days => day))
      and cases.status <> 'closed'
      and not exists (
        select from people where people.id = any(person_group(person_root(cases.person_id))) and is_deceased
      )
      -- What they said last, also in a record that was joined with theirs since.
      and not exists (
        select
        from (
          select distinct on (kind, lower(btrim(organisation))) kind, lower(btrim(organisation)) as named, decision
          from consents
          where
            person_id = any(person_group(person_root(cases.person_id)))
            and kind in ('be_referred', 'share_with_organisation')
          order by kind, lower(btrim(organisation)), number desc
        ) as standing
        where
          decision <> 'given'
          and (kind = 'be_referred' or named in (lower(service_name), lower(coalesce(organisations.name, service_name))))
      )
    order by made_at, onward_referrals.id
    limit most
    for update of onward_referrals skip locked
  )
  update onward_referrals set nudges = due.passed
  from due
  where onward_referrals.id = due.id
  returning
    onward_referrals.id, service_name, to_email, onward_referrals.partner_id, site_address, onward_referrals.token_hash;
end;
comment on function take_onward_nudges is 'Takes the reminders that are due, once each, for the job that sends them.';

create function note_onward_nudge(which uuid, moment timestamptz) returns void
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  one onward_referrals;
begin
  update onward_referrals set nudged_at = moment
  where id = which and viewer_purpose() = 'housekeeping' and state in ('sent', 'seen')
  returning * into one;
  if not found then
    return;
  end if;
  insert into case_events (case_id, partner_id, kind, words, at)
  values (one.case_id, one.partner_id, 'onward', one.service_name || ': reminded', moment);
  perform record_act(
    'onward_nudged', (select person_id from cases where id = one.case_id),
    jsonb_build_object('case', one.case_id, 'onward', one.id)
  );
end
$$;
comment on function note_onward_nudge is 'Writes down that a reminder went out, in the case and in the audit.';
revoke execute on function take_onward_nudges, note_onward_nudge from public;
grant execute on function take_onward_nudges, note_onward_nudge to fingerpost_web;

-- As before, and also where they no longer agree to be referred.
create or replace function end_onward_links() returns trigger
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
        new.kind = 'be_referred'
        or lower(service_name) = lower(btrim(new.organisation))
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
drop trigger consents_end_onward on consents;
create trigger consents_end_onward after insert on consents
  for each row when (
    new.kind in ('be_referred', 'share_with_organisation') and new.decision in ('refused', 'withdrawn')
  )
  execute function end_onward_links();
