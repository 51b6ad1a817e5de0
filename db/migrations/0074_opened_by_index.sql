-- The records that a transaction may show are worked out in every query about a person. As it was written, small tables were
-- read whole for it, and a plan made while they were small outlives their growth in a connection that stays open. Whether
-- access is held is now asked one person at a time, which is an index lookup whatever the tables' size.

create or replace function viewer_opened_people() returns uuid[]
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with recursive members (id, basis) as (
    select person_id, basis
    from openings
    where
      id = viewer_opening()
      and staff_id = viewer_id()
      and partner_id = viewer_partner()
      and session_id = viewer_session()
      and viewer_purpose() = 'record'
      and closed_at is null
      and expires_at > clock_timestamp()
      and viewer_is_signed_in()
    union
    select people.id, members.basis from people join members on people.merged_into = members.id
  )
  select coalesce(array_agg(id), '{}')
  from members
  where
    basis = 'emergency'
    or (select true from person_access where person_id = members.id and partner_id = viewer_partner());
end;
