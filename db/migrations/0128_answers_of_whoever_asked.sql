-- Whoever asked for somebody's help reads behind a private link what more is asked, and answers there, or reads what may help
-- instead. That a work address is theirs they say with a press: a mail system that looks into links says nothing for them.

alter table referrals add column referrer_hash bytea check (length(referrer_hash) = 32);
comment on column referrals.referrer_hash is 'SHA-256 of the token in the link that leads whoever asked to what they are asked or told. It goes along when a referral is passed on.';
create index referrals_referrer_hash_idx on referrals (referrer_hash) where referrer_hash is not null;

alter table referral_events drop constraint referral_events_kind_check;
alter table referral_events add constraint referral_events_kind_check check (
  kind in ('received', 'let_through', 'matched', 'more_asked', 'answered', 'note', 'accepted', 'passed_on', 'came_on', 'declined', 'reopened', 'told_referrer', 'referrer_checked')
);

create function referrer_agreed(which uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    coalesce(may_tell_referrer and consent = 'given', false)
    and said_of_sharing(person_id, coalesce(referrer_organisation, referrer_name, ''), source = 'gp') <> 'refused'
    and not exists (
      select
      from (
        select decision
        from consents
        where person_id = any(person_group(person_root(referrals.person_id))) and kind = 'be_referred'
        order by number desc
        limit 1
      ) as standing
      where decision <> 'given'
    )
  from referrals
  where id = which;
end;
comment on function referrer_agreed is 'Whether the person agreed that whoever referred them hears how it goes on, and has not taken it back since. For functions of the database, which ask first who may know.';

create or replace function referrer_may_hear(which uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select referrer_agreed(id)
  from referrals
  where id = which and to_partner_id = viewer_partner() and viewer_purpose() = 'caseload';
end;

-- The one that stands behind a link now: of one that was passed on, where it is now.
create function asked_behind(hash bytea) returns uuid
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select id
  from referrals
  where
    viewer_purpose() = 'answer'
    and referrer_hash = hash
    and status <> 'passed_on'
    and status_at > now() - interval '60 days'
    and referrer_agreed(id);
end;
comment on function asked_behind is 'The referral behind a link of whoever asked, while it holds and the person agrees. For functions of the database.';

create function open_asked(hash bytea)
  returns table (reference text, provider_name text, status text, question text, instead text, is_answered boolean)
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  one referrals;
  asked referral_events;
begin
  select * into one from referrals where id = asked_behind(hash);
  if not found then
    return;
  end if;
  select * into asked
  from referral_events
  where referral_id = one.id and partner_id = one.to_partner_id and kind = 'more_asked'
  order by at desc
  limit 1;
  perform record_act('referral_link_opened', one.person_id, jsonb_build_object('referral', one.id));
  return query
    select
      one.reference,
      partners.name,
      one.status,
      case when one.status = 'more_asked' then asked.words end,
      case when one.status = 'declined' then one.alternative end,
      exists (
        select
        from referral_events
        where
          referral_id = one.id and partner_id = one.to_partner_id and referral_events.kind = 'answered' and at > asked.at
      )
    from partners
    where partners.id = one.to_partner_id;
end
$$;
comment on function open_asked is 'What whoever asked reads behind their link: what more is asked, or what may help instead, and nothing else.';

create function answer_asked(hash bytea, said text) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  one referrals;
begin
  select * into one from referrals where id = asked_behind(hash) for update;
  if not found then
    return 'gone';
  end if;
  if one.status <> 'more_asked' then
    return case
      when exists (
        select from referral_events
        where referral_id = one.id and partner_id = one.to_partner_id and kind = 'answered' and words = said
      ) then 'kept'
      else 'not_now'
    end;
  end if;
  update referrals set status = 'received', status_at = now(), status_by = null, version = version + 1 where id = one.id;
  insert into referral_events (referral_id, partner_id, kind, words) values (one.id, one.to_partner_id, 'answered', said);
  perform record_act('referral_answered', one.person_id, jsonb_build_object('referral', one.id));
  return 'kept';
end
$$;
comment on function answer_asked is 'Whoever asked answers what more was asked: kept, also when it is sent again; not_now where nothing is asked any more.';

create function referrer_to_check(token bytea) returns table (reference text, is_checked boolean)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select referrals.reference, referrer_checked_at is not null
  from referrals
  where viewer_purpose() = 'refer' and check_hash = token and status <> 'passed_on'
  limit 1;
end;
comment on function referrer_to_check is 'What the page behind the link to a work address says before anything is pressed: to open it changes nothing.';
comment on function check_referrer is 'Whoever has the link to the referrer''s work address says that the referral came from them. Gives its reference, or null.';

revoke execute on function referrer_agreed, asked_behind, open_asked, answer_asked, referrer_to_check from public;
grant execute on function open_asked, answer_asked, referrer_to_check to fingerpost_web;
