-- Whether somebody who asks is known to a provider already, for a page of its inbox at once. Asked case by case under the
-- policies of people, it took seconds where many cases are open: no index may be used for a comparison that could leak.
-- Here the same three ways of being the same (the person, the telephone, the name with birth date or given name) each have
-- one, and only what the viewer's own provider may see anyway is looked at.

create index cases_phone_idx on cases (partner_id, phone) where status <> 'closed' and phone is not null;
create index people_family_name_idx on people (lower(family_name)) where family_name is not null;

create function likely_doubles(asked uuid[]) returns table (referral_id uuid, open_case text, twin text)
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
      from referrals as other
      where
        other.to_partner_id = shown.to_partner_id
        and other.id <> shown.id
        and other.status in ('received', 'more_asked')
        and (
          other.person_id = shown.person_id
          or (other.phone is not null and other.phone = shown.phone)
          or (
            lower(other.family_name) = lower(shown.family_name)
            and (other.birth_date = shown.birth_date or lower(other.given_name) = lower(shown.given_name))
          )
        )
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
comment on function likely_doubles is
  'Of referrals to the viewer''s provider: the reference of an open case there that seems to be of the same person, and of another referral about them that waits there.';
revoke execute on function likely_doubles from public;
grant execute on function likely_doubles to fingerpost_web;
