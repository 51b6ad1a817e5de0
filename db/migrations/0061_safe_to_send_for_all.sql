-- As in 0040, and: link workers ask the same as the desk before anything is sent; an e-mail address has the answer to 'Safe to
-- text or e-mail?' as well; and an address may not be safe for post.

create or replace function unsafe_to_send(person uuid, by_what text, destination text) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    case
      when viewer_purpose() not in ('desk', 'caseload') or person is null or by_what is null then null
      when not exists (select from person_access where person_id = person and partner_id = viewer_partner()) then null
      when exists (
        select from person_contacts
        where
          person_id = any(person_group(person_root(person)))
          and lower(value) = lower(destination)
          and (
            (by_what = 'text' and safe_to_text = 'no')
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
