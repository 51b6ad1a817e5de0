-- Whether whoever referred somebody may hear how it goes on is one rule (referrer_agreed, 0128), whichever of two organisations
-- tells them. Until now it stood once more in joint_news (0120).

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
    and referrer_agreed(referrals.id)
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
