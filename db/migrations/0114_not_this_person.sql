-- “Not this person” takes what came from their record out of the call that is being taken: what of it is theirs is asked here,
-- as a desk does not read records.

create function theirs_in_call(call uuid, ways text[], postcodes text[]) returns text[]
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with whose as (
    select person_group(person_root(person_id)) as members
    from call_drafts
    where
      id = call
      and person_id is not null
      and viewer_purpose() = 'desk'
      and partner_id = viewer_partner()
      and (restricted_by is null or opened_by = viewer_id() or restricted_by = viewer_id() or viewer_safeguards())
  )
  select
    array(
      select lower(value) from whose join person_contacts on person_id = any(members) where lower(value) = any(ways)
      union
      select postcode from whose join person_addresses on person_id = any(members) where postcode = any(postcodes)
    );
end;
comment on function theirs_in_call is
  'Which of these numbers (E.164), e-mail addresses (small letters) and postcodes stand in the record of whom a call that is being taken is about.';
revoke execute on function theirs_in_call from public;
grant execute on function theirs_in_call to fingerpost_web;
