-- What the desk promised in the name of somebody who is away is seen and done by the colleague who covers for them: on the
-- days of the cover alone, and not where the call is restricted. That stays with whoever it was promised for and those who
-- safeguard.
create function covers_promise(who uuid, call uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    viewer_purpose() = 'caseload'
    and exists (
      select
      from case_covers
      where
        case_covers.staff_id = who
        and case_covers.partner_id = viewer_partner()
        and case_covers.cover_id = viewer_id()
        and case_covers.ended_at is null
        and london_day(now()) between case_covers.from_on and case_covers.until_on
    )
    and not exists (select from calls where calls.id = call and calls.is_restricted);
end;
comment on function covers_promise is 'Whether the viewer stands in today for whoever a promise to ring back was made for.';
revoke execute on function covers_promise(uuid, uuid) from public;
grant execute on function covers_promise(uuid, uuid) to fingerpost_web;

alter policy call_backs_restricted on call_backs
  using (
    staff_id = (select viewer_id())
    or exists (select from calls where calls.id = call_backs.call_id)
    or ((select viewer_purpose()) = 'caseload' and covers_promise(staff_id, call_id))
  );
alter policy call_backs_restricted_done on call_backs
  using (
    staff_id = (select viewer_id())
    or exists (select from calls where calls.id = call_backs.call_id)
    or ((select viewer_purpose()) = 'caseload' and covers_promise(staff_id, call_id))
  );
alter policy call_backs_day on call_backs
  using (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and (select viewer_walks())
    and (staff_id = (select viewer_id()) or covers_promise(staff_id, call_id))
  );
alter policy call_backs_day_done on call_backs
  using (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and (select viewer_walks())
    and (staff_id = (select viewer_id()) or covers_promise(staff_id, call_id))
  );
