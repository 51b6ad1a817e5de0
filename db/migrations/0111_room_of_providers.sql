-- How full providers are, for whoever passes a referral on, and for the rule that finds the first provider of a new one.

create function providers_full() returns setof uuid
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select referral_providers.partner_id
  from referral_providers
  where
    viewer_purpose() = 'refer'
    and capacity <= (
      select count(*) from cases where cases.partner_id = referral_providers.partner_id and cases.status <> 'closed'
    ) + (
      select count(*)
      from referrals
      where
        referrals.to_partner_id = referral_providers.partner_id
        and referrals.status in ('received', 'more_asked')
        and (held_because is null or held_until is not null)
    );
end;
comment on function providers_full is 'Providers whose open cases and waiting referrals reach the number agreed with them. For finding where a new referral goes.';

create function providers_room() returns table (partner_id uuid, capacity integer, open integer, waiting integer)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    referral_providers.partner_id,
    referral_providers.capacity,
    (
      round((
        select count(*)
        from cases
        where
          cases.partner_id = referral_providers.partner_id
          and cases.opened_at < morning.began
          and (cases.closed_at is null or cases.closed_at >= morning.began)
      ) / 5.0) * 5
    )::integer,
    (
      round((
        select count(*)
        from referrals
        where
          referrals.to_partner_id = referral_providers.partner_id
          and referrals.made_at < morning.began
          and (referrals.status in ('received', 'more_asked') or referrals.status_at >= morning.began)
          and (held_because is null or held_until < morning.began)
      ) / 5.0) * 5
    )::integer
  from referral_providers
  cross join (select (london_day(now()))::timestamp at time zone 'Europe/London' as began) as morning
  where
    viewer_purpose() = 'caseload'
    and viewer_walks()
    and referral_providers.partnership_id = viewer_partnership()
    and referral_providers.partner_id <> viewer_partner();
end;
comment on function providers_room is
  'Of the other providers of the area: the number agreed, and about how many cases and referrals they had as the day began, in fives. Neither tells of one person, today or by watching.';

revoke execute on function providers_full, providers_room from public;
grant execute on function providers_full, providers_room to fingerpost_web;
