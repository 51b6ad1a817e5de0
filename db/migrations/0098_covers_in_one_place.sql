-- Which arrangements of cover stand on some days was written out in five places, one of them a policy. It is said once here.
-- The function is plain SQL, neither strict nor a definer's, so that a query that calls it is planned as though it had been
-- written out there, with the same indexes, and row-level security still says who sees which.
create function covers_between(first_day date, last_day date) returns setof case_covers
  stable language sql
begin atomic
  select id, partner_id, staff_id, cover_id, from_on, until_on, made_by, made_at, ended_at
  from case_covers
  where ended_at is null and from_on <= last_day and until_on >= first_day;
end;
comment on function covers_between is
  'Who stands in for whom on at least one of these days, without what was taken back. One day: that day twice; from a day on: until infinity.';
revoke execute on function covers_between(date, date) from public;
grant execute on function covers_between(date, date) to fingerpost_web;

create or replace function covers_promise(who uuid, call uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    viewer_purpose() = 'caseload'
    and exists (
      select
      from covers_between(london_day(now()), london_day(now())) as covers
      where covers.staff_id = who and covers.partner_id = viewer_partner() and covers.cover_id = viewer_id()
    )
    and not exists (select from calls where calls.id = call and calls.is_restricted);
end;
