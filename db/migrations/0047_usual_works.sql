-- Which call, referral or case a record is opened for need not be typed each time: what this viewer has opened this very
-- record for comes first, then what their organisation opens records for again and again. A name that stands for one
-- person alone, such as a call's number, is offered for that person only.

create function usual_works(person uuid) returns table (work_kind text, work_name text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with lately as (
    select openings.person_id, openings.staff_id, openings.work_kind, openings.work_name, openings.opened_at
    from openings
    where openings.partner_id = viewer_partner() and openings.basis = 'direct_care' and viewer_purpose() = 'open-record'
    order by openings.opened_at desc
    limit 2000
  )
  select lately.work_kind, lately.work_name
  from lately
  group by lately.work_kind, lately.work_name
  having bool_or(lately.person_id = person and lately.staff_id = viewer_id()) or count(distinct lately.person_id) >= 3
  order by
    bool_or(lately.person_id = person and lately.staff_id = viewer_id()) desc,
    bool_or(lately.staff_id = viewer_id()) desc,
    max(lately.opened_at) desc
  limit 5;
end;
comment on function usual_works is
  'What the viewer and their organisation open records for in direct care, of the last 2,000 openings: what they opened '
  'this person for first, then names used for three people or more. For the page that asks why.';
revoke execute on function usual_works from public;
grant execute on function usual_works to fingerpost_web;

create index openings_work_idx on openings (partner_id, opened_at desc) where basis = 'direct_care';
