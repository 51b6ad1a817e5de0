-- An inbox read every referral there ever was to count them, sorted all that are finished to show twenty, and looked through
-- everybody who waits for the double of each of the twenty. Each is found by an index now, and counted there alone: with what
-- the inbox counts by, and with from_partner_id, for which row-level security asks.

drop index referrals_waiting_idx;
create index referrals_waiting_idx on referrals (to_partner_id, made_at)
  include (id, status, urgency, team_id, held_because, held_until, from_partner_id)
  where status in ('received', 'more_asked');
create index referrals_done_idx on referrals (to_partner_id, status_at desc, id)
  include (team_id, from_partner_id)
  where status in ('accepted', 'passed_on', 'declined');
create index referrals_waiting_phone_idx on referrals (to_partner_id, phone)
  where status in ('received', 'more_asked') and phone is not null;
create index referrals_waiting_name_idx on referrals (to_partner_id, lower(family_name))
  where status in ('received', 'more_asked');

create or replace function likely_doubles(asked uuid[]) returns table (referral_id uuid, open_case text, twin text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    shown.id,
    (
      select cases.reference
      from (
        select same.id from cases as same where same.person_id = shown.person_id
        union
        select same.id
        from cases as same
        where same.partner_id = shown.to_partner_id and same.phone = shown.phone and same.status <> 'closed'
        union
        select same.id
        from people
        join cases as same on same.person_id = people.id
        where
          lower(people.family_name) = lower(shown.family_name)
          and (people.birth_date = shown.birth_date or lower(people.given_name) = lower(shown.given_name))
          and exists (
            select from person_access
            where person_access.person_id = people.id and person_access.partner_id = shown.to_partner_id
          )
      ) as alike
      join cases on cases.id = alike.id
      where
        cases.partner_id = shown.to_partner_id
        and cases.status <> 'closed'
        and cases.referral_id is distinct from shown.id
      order by cases.opened_at desc
      limit 1
    ),
    (
      select other.reference
      from (
        select same.id from referrals as same where same.person_id = shown.person_id
        union
        select same.id
        from referrals as same
        where
          same.to_partner_id = shown.to_partner_id
          and same.phone = shown.phone
          and same.status in ('received', 'more_asked')
        union
        select same.id
        from referrals as same
        where
          same.to_partner_id = shown.to_partner_id
          and lower(same.family_name) = lower(shown.family_name)
          and (same.birth_date = shown.birth_date or lower(same.given_name) = lower(shown.given_name))
          and same.status in ('received', 'more_asked')
      ) as alike
      join referrals as other on other.id = alike.id
      where
        other.to_partner_id = shown.to_partner_id
        and other.id <> shown.id
        and other.status in ('received', 'more_asked')
      order by other.made_at
      limit 1
    )
  from referrals as shown
  where
    shown.id = any(asked)
    and viewer_purpose() = 'caseload'
    and viewer_walks()
    and shown.to_partner_id = viewer_partner();
end;
