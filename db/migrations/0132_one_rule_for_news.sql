-- Whether whoever referred somebody may hear how it goes on is one rule, whichever of two organisations tells them. Until now
-- it stood in referrer_may_hear (0124) and once more in joint_news (0120).

create function person_agrees_to_news(which uuid) returns boolean
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
comment on function person_agrees_to_news is
  'Whether the person agreed that whoever referred them hears how it goes on, and has not taken it back since. For functions of the database, which ask first whether the viewer may know.';

create or replace function referrer_may_hear(which uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select person_agrees_to_news(id)
  from referrals
  where id = which and to_partner_id = viewer_partner() and viewer_purpose() = 'caseload';
end;

create or replace function joint_news(asked uuid) returns table (reference text, their_reference text, provider_name text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select referrals.reference, referrals.referrer_reference, partners.name
  from cases
  join referrals on referrals.id = cases.referral_id
  join partners on partners.id = referrals.to_partner_id
  where
    cases.id = asked
    and works_jointly(asked)
    and referrals.referrer_email is not null
    and (referrals.check_hash is null or referrals.referrer_checked_at is not null)
    and person_agrees_to_news(referrals.id)
    and not exists (
      select
      from referral_events
      where
        referral_events.referral_id = referrals.id
        and referral_events.partner_id = referrals.to_partner_id
        and referral_events.kind = 'told_referrer'
        and referral_events.words = 'first contact'
    );
end;

revoke execute on function person_agrees_to_news from public;
