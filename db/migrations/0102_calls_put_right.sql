-- A call that was written down in the record of the wrong person is put into that of the right one by a correction. Whoever
-- does it has that record open; how the call read while it stood in the other stays where it is, and is not read in this one.

alter table calls add column apart_until integer not null default 0;
alter table calls add constraint calls_apart_check check (apart_until >= 0 and apart_until < version);
comment on column calls.apart_until is
  'The last version that stood in the record of somebody else, 0 where there is none. A lead of its desk reads those, and nobody reads them in a record.';

create policy call_versions_apart on call_versions as restrictive for select to fingerpost_web
  using (
    version > (select apart_until from calls where calls.id = call_id)
    or (
      (select viewer_purpose()) = 'desk'
      and partner_id = (select viewer_partner())
      and (select viewer_leads())
    )
  );

create function viewer_has_open(person uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    viewer_is_signed_in()
    and exists (select from person_access where person_id = person and partner_id = viewer_partner())
    and exists (
      select from openings
      where
        person_id = person
        and staff_id = viewer_id()
        and partner_id = viewer_partner()
        and session_id = viewer_session()
        and closed_at is null
        and expires_at > clock_timestamp()
    );
end;
comment on function viewer_has_open is 'Whether the viewer has opened this record, in this session, and may still come near it.';
revoke execute on function viewer_has_open from public;
grant execute on function viewer_has_open to fingerpost_web;

create function call_into_open_record() returns trigger language plpgsql
  as $$
begin
  if current_user = 'fingerpost_web' and not viewer_has_open(new.person_id) then
    raise insufficient_privilege using message = 'a call is put only into a record that is open';
  end if;
  return new;
end
$$;
comment on function call_into_open_record is 'Whoever puts a call into a record has written down before why they open it.';
create trigger calls_into_open_record before update of person_id on calls
  for each row when (new.person_id is not null and new.person_id is distinct from old.person_id)
  execute function call_into_open_record();

create function call_given_on(call uuid) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    case
      when exists (select from mdt_subjects where mdt_subjects.call_id = calls.id and withdrawn_at is null) then 'meeting'
      when exists (select from summary_handovers where summary_handovers.call_id = calls.id) then 'summary'
    end
  from calls
  where calls.id = call and viewer_purpose() = 'desk' and calls.partner_id = viewer_partner();
end;
comment on function call_given_on is
  'What of a call of the viewer''s desk others have, as about the person in whose record it stands: a page for a meeting, the one-page summary, or null.';
revoke execute on function call_given_on from public;
grant execute on function call_given_on to fingerpost_web;
