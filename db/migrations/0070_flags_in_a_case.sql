-- What everyone must know before they call or visit, and how to talk with somebody, stands on the pages of a case too.

create function case_alerts_and_needs(which uuid) returns table (what text, kind text, words text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with about as (
    select person_group(person_root(cases.person_id)) as records, people.partner_id = viewer_partner() as is_keeper
    from cases
    join people on people.id = cases.person_id
    where
      cases.id = which
      and viewer_purpose() = 'caseload'
      and viewer_walks()
      and (
        cases.partner_id = viewer_partner()
        or exists (
          select from case_shares
          where case_shares.case_id = cases.id and to_partner_id = viewer_partner() and ended_at is null
        )
      )
      and exists (select from person_access where person_id = cases.person_id and partner_id = viewer_partner())
  )
  select 'alert', person_alerts.kind, note
  from about
  join person_alerts on person_id = any(records)
  where valid_until is null or valid_until >= london_day(now())
  union all
  select 'need', person_communication.kind, need
  from about
  join person_communication on person_id = any(records)
  where is_keeper or may_share <> 'no';
end;
comment on function case_alerts_and_needs is 'Alerts that still hold, and communication needs, of the person of a case that the viewer may see. Needs not to be told to others are for the organisation that keeps the record.';
revoke execute on function case_alerts_and_needs from public;
grant execute on function case_alerts_and_needs to fingerpost_web;
