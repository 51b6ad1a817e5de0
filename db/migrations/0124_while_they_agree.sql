-- Whoever referred somebody hears how it goes on while the person agrees to it: what they said since they were referred counts.

create function said_of_sharing(person uuid, named text, is_practice boolean) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with standing as (
    select distinct on (lower(btrim(organisation))) lower(btrim(organisation)) as organisation, decision
    from consents
    where person_id = any(person_group(person_root(person))) and kind = 'share_with_organisation'
    order by lower(btrim(organisation)), number desc
  ),
  about as (
    select decision
    from standing
    where
      organisation = lower(btrim(named))
      -- Whoever refused 'my doctor' refused the practice, whatever it is called here.
      or (
        is_practice
        and decision <> 'given'
        and (
          organisation ~ '\m(gp|gps|doctor|doctors|surgery|practice|medical|health centre)\M'
          or organisation in (select lower(name) from person_practices where person_id = any(person_group(person_root(person))))
        )
      )
  )
  select
    case
      when exists (select from about where decision in ('refused', 'withdrawn')) then 'refused'
      when exists (select from about where decision = 'given') then 'given'
      else 'not_asked'
    end;
end;
comment on function said_of_sharing is 'What the person last said about sharing with that organisation: given, refused (also taken back), or not_asked. For functions of the database, which ask first whether the viewer may know.';

create or replace function may_share(person uuid, named text, is_practice boolean) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    case
      when viewer_purpose() <> 'caseload' then 'refused'
      when not exists (select from person_access where person_id = person and partner_id = viewer_partner()) then 'refused'
      else said_of_sharing(person, named, is_practice)
    end;
end;

create function referrer_may_hear(which uuid) returns boolean
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
  where id = which and to_partner_id = viewer_partner() and viewer_purpose() = 'caseload';
end;
comment on function referrer_may_hear is 'Whether the person agreed that whoever referred them hears how it goes on, and has not taken it back since.';

revoke execute on function said_of_sharing, referrer_may_hear from public;
grant execute on function referrer_may_hear to fingerpost_web;
