-- What everyone must know before they call or visit, and how to talk with somebody, stands on every page of work about them:
-- a case, what was handed on, a call-back, a concern, a referral, a meeting. One function answers for all of them, and for
-- as many people as a page shows. Which work somebody sees is for the policies of that work; here it is asked once more
-- whether their organisation may come near each record, one record at a time, which is an index lookup.

create function alerts_and_needs(asked uuid[]) returns table (person_id uuid, what text, kind text, words text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with near as (
    select about.id as about, people.id, people.partner_id = viewer_partner() as is_keeper
    from unnest(asked) as about (id)
    cross join lateral unnest(person_group(person_root(about.id))) as member (id)
    join people on people.id = member.id
    where
      viewer_purpose() in ('desk', 'caseload', 'mdt')
      and (viewer_purpose() <> 'caseload' or viewer_walks())
      and (select true from person_access where person_access.person_id = about.id and partner_id = viewer_partner())
      and (select true from person_access where person_access.person_id = member.id and partner_id = viewer_partner())
  ),
  known (about, what, kind, words, since) as (
    select about, 'alert', person_alerts.kind, note, created_at
    from near
    join person_alerts on person_alerts.person_id = near.id
    where valid_until is null or valid_until >= london_day(now())
    union all
    select about, 'need', person_communication.kind, need, created_at
    from near
    join person_communication on person_communication.person_id = near.id
    where is_keeper or may_share <> 'no'
    union all
    select about, 'need', 'interpreter', language, created_at
    from near
    join person_languages on person_languages.person_id = near.id
    where interpreter = 'yes'
  )
  select about, known.what, known.kind, known.words
  from known
  order by since, known.words;
end;
comment on function alerts_and_needs is 'Alerts that still hold, communication needs and interpreters of people whom the viewer''s organisation may come near, for its work. A need that is not to be told to others is for the organisation that keeps that record.';
revoke execute on function alerts_and_needs from public;
grant execute on function alerts_and_needs to fingerpost_web;

drop function case_alerts_and_needs(uuid);
