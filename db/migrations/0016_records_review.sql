-- What a records officer sees of the audit, and how an emergency access is reviewed.

-- Besides what their own organisation's staff did: what anyone did with people whom the organisation may come near.
create policy audit_entries_near_people on audit_entries for select to fingerpost_web
  using (
    (select reviews_records())
    and person_id is not null
    and exists (
      select from person_access
      where person_access.person_id = audit_entries.person_id and partner_id = (select viewer_partner())
    )
  );

-- A records officer knows a person by reference, also one whose record only another organisation keeps: staff of their
-- own may have opened it in an emergency.
create function reference_under_review(person uuid) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select reference
  from people
  where id = person and partnership_id = viewer_partnership() and reviews_records();
end;
comment on function reference_under_review is 'The reference of a person, for a records officer of the partnership; else null.';

create function person_under_review(wanted text) returns uuid
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select id
  from people
  where reference = wanted and partnership_id = viewer_partnership() and reviews_records();
end;
comment on function person_under_review is 'The person with that reference, for a records officer of the partnership; else null.';

-- A review is written once, by whoever makes it, now, and never about oneself.
create policy emergency_reviews_once on emergency_reviews as restrictive for update to fingerpost_web
  using (
    reviewed_at is null
    and exists (
      select from openings where openings.id = opening_id and openings.staff_id <> (select viewer_id())
    )
  )
  with check (
    reviewed_by = (select viewer_id())
    and reviewed_at = now()
    and (outcome = 'appropriate' or note is not null)
  );

revoke execute on function reference_under_review, person_under_review from public;
grant execute on function reference_under_review, person_under_review to fingerpost_web;
