-- The practice that the record of somebody says, for the letter to their GP: who walks with them types it not again.

create function practice_of_case(which uuid) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select person_practices.name
  from cases
  join person_practices on person_practices.person_id = any(person_group(person_root(cases.person_id)))
  where
    cases.id = which
    and viewer_purpose() = 'caseload'
    and viewer_walks()
    and cases.partner_id = viewer_partner()
    and exists (
      select from person_access
      where person_access.person_id = cases.person_id and person_access.partner_id = viewer_partner()
    )
  order by person_practices.created_at desc
  limit 1;
end;
comment on function practice_of_case is 'The GP practice of whoever a case of the viewer''s organisation is about, while they let it come near.';
revoke execute on function practice_of_case from public;
grant execute on function practice_of_case to fingerpost_web;
