-- Whoever refers as a professional shows that the work address is theirs, by a link that was sent to it.

alter table referrals add column check_hash bytea;
comment on column referrals.check_hash is 'SHA-256 of the token in the link that was sent to the referrer''s work address.';
create index referrals_check_hash_idx on referrals (check_hash) where check_hash is not null;

create function check_referrer(token bytea) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  found referrals;
begin
  if viewer_purpose() <> 'refer' then
    return null;
  end if;
  select * into found from referrals where check_hash = token and status <> 'passed_on' limit 1 for update;
  if found.id is null then
    return null;
  end if;
  if found.referrer_checked_at is null then
    update referrals set referrer_checked_at = now() where check_hash = token;
    insert into referral_events (referral_id, partner_id, kind) values (found.id, found.to_partner_id, 'referrer_checked');
  end if;
  return found.reference;
end
$$;
comment on function check_referrer is 'Notes that the link to the referrer''s work address was opened. Gives the reference of the referral, or null.';
revoke execute on function check_referrer from public;
grant execute on function check_referrer to fingerpost_web;
