-- A records officer reviews whoever their organisation may come near, and whoever its own staff have had to do with, as
-- in an emergency. Of anyone else in the partnership they learn nothing, not even that there is such a person.

create function near_review(person uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    reviews_records()
    and (
      exists (select from person_access where person_id = person and partner_id = viewer_partner())
      or exists (
        select from openings
        where openings.person_id = person and openings.partner_id = viewer_partner()
      )
    );
end;
comment on function near_review is 'Whether the viewer, a records officer, may know this person by reference.';
revoke execute on function near_review from public;
grant execute on function near_review to fingerpost_web;

create or replace function reference_under_review(person uuid) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select reference
  from people
  where id = person and partnership_id = viewer_partnership() and near_review(id);
end;
comment on function reference_under_review is 'The reference of a person whom the viewer may review; else null.';

create or replace function person_under_review(wanted text) returns uuid
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select id
  from people
  where reference = wanted and partnership_id = viewer_partnership() and near_review(id);
end;
comment on function person_under_review is 'The person with that reference, if the viewer may review them; else null.';
