-- Whether the viewer stands in for somebody today was written out in a function and in a query. It is said once here; like
-- covers_between it is plain SQL, so that what calls it is planned as though it had been written out there.
create function viewer_covers(who uuid) returns boolean
  stable language sql
begin atomic
  select exists (
    select
    from covers_between(london_day(now()), london_day(now())) as covers
    where covers.staff_id = who and covers.partner_id = viewer_partner() and covers.cover_id = viewer_id()
  );
end;
comment on function viewer_covers is 'Whether the viewer stands in today for a colleague of their own provider who is away.';
revoke execute on function viewer_covers(uuid) from public;
grant execute on function viewer_covers(uuid) to fingerpost_web;

create or replace function covers_promise(who uuid, call uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    viewer_purpose() = 'caseload'
    and viewer_covers(who)
    and not exists (select from calls where calls.id = call and calls.is_restricted);
end;

-- When a visit was planned was kept and never read; the audit has it.
alter table case_visits drop column planned_at;
