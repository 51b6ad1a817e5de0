-- Before anything is sent to somebody, or somebody is rung back, their record is asked whether that is safe. As in 0061, and:
--
-- - Who has something in hand about them (a call that was handed on, a promise to ring back) is answered as well where they may
--   not come near the record: whoever said no to an organisation is not to be sent something to an unsafe number by it.
-- - A number that is not safe to call, or to leave a message on, is not safe for a text message either, unless the record says
--   that it is.
-- - `unsafe_to_ring` says the same of a telephone call.

create function viewer_may_reach(person uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    exists (select from person_access where person_id = person and partner_id = viewer_partner())
    or exists (select from handoffs where person_id = person and partner_id = viewer_partner())
    or exists (select from call_backs where person_id = person and partner_id = viewer_partner());
end;
comment on function viewer_may_reach is
  'Whether the viewer''s organisation may come near a person, or has something in hand about them. Only for functions that ask who looks.';
revoke execute on function viewer_may_reach from public;

create or replace function unsafe_to_send(person uuid, by_what text, destination text) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    case
      when viewer_purpose() not in ('desk', 'caseload') or person is null or by_what is null then null
      when not viewer_may_reach(person) then null
      when exists (
        select from person_contacts
        where
          person_id = any(person_group(person_root(person)))
          and lower(value) = lower(destination)
          and (
            (by_what = 'text' and safe_to_text = 'no')
            or (by_what = 'text' and safe_to_text <> 'yes' and 'no' in (safe_to_call, safe_to_leave_message))
            or (by_what = 'email' and kind = 'email' and 'no' in (safe_to_text, safe_to_leave_message))
          )
      ) then 'not_safe'
      when by_what = 'letter' and exists (
        select from person_addresses
        where
          person_id = any(person_group(person_root(person)))
          and safe_to_post = 'no'
          and coalesce(valid_until, current_date) >= current_date
      ) then 'not_safe'
      when (
        select decision
        from consents
        where
          person_id = any(person_group(person_root(person)))
          and kind = case by_what when 'text' then 'contact_by_text' when 'email' then 'contact_by_email' else 'contact_by_post' end
        order by number desc
        limit 1
      ) in ('refused', 'withdrawn') then 'refused'
    end;
end;

create function unsafe_to_ring(person uuid, phone text) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    case
      when viewer_purpose() not in ('desk', 'caseload') or person is null or phone is null then null
      when not viewer_may_reach(person) then null
      else (
        select
          case
            when bool_or(safe_to_call = 'no') then 'not_safe'
            when bool_or(safe_to_leave_message = 'no') then 'no_message'
          end
        from person_contacts
        where person_id = any(person_group(person_root(person))) and value = phone
      )
    end;
end;
comment on function unsafe_to_ring is
  'What the record says against ringing that person on this number: not_safe, no_message (leave none), or null.';
revoke execute on function unsafe_to_ring from public;
grant execute on function unsafe_to_ring to fingerpost_web;

-- Where somebody lives, for a call about them in which no place was named: the ward, as a refusal has it since 0096.
create function ward_of_caller(person uuid) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select ward_of_person(person)
  where
    viewer_purpose() = 'desk'
    and exists (select from person_access where person_id = person and partner_id = viewer_partner());
end;
comment on function ward_of_caller is 'The ward of somebody whom a call is about, for whoever may come near them.';
revoke execute on function ward_of_caller from public;
grant execute on function ward_of_caller to fingerpost_web;
