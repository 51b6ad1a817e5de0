-- Whether something may be sent to somebody, without their record having to be opened for it.

create function unsafe_to_send(person uuid, by_what text, destination text) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    case
      when viewer_purpose() <> 'desk' or person is null or by_what is null then null
      when not exists (select from person_access where person_id = person and partner_id = viewer_partner()) then null
      when exists (
        select from person_contacts
        where
          person_id = any(person_group(person_root(person)))
          and lower(value) = lower(destination)
          and (
            (by_what = 'text' and safe_to_text = 'no')
            or (by_what = 'email' and kind = 'email' and safe_to_leave_message = 'no')
          )
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
comment on function unsafe_to_send is
  'Why nothing may be sent to that person in that way: not_safe (their record says so), refused (they do not want it), or null.';
revoke execute on function unsafe_to_send from public;
grant execute on function unsafe_to_send to fingerpost_web;
