-- A case that two organisations walk in together: whoever shares it may let the other write down contacts and set what comes
-- next. Everything else about the case stays with whoever has it.

alter table case_shares add column works_with_us boolean not null default false;
comment on column case_shares.works_with_us is 'They walk too: they write down contacts and set the next step. Otherwise they read, and change nothing.';

create function works_jointly(asked uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    viewer_purpose() = 'caseload'
    and viewer_walks()
    and exists (
      select
      from case_shares
      where
        case_shares.case_id = asked
        and case_shares.to_partner_id = viewer_partner()
        and case_shares.ended_at is null
        and case_shares.works_with_us
    );
end;
comment on function works_jointly is 'Whether the viewer walks in a case of another organisation together with it.';
revoke execute on function works_jointly from public;
grant execute on function works_jointly to fingerpost_web;

create policy cases_joint on cases for update to fingerpost_web
  using (works_jointly(id))
  with check (works_jointly(id));

-- A policy knows rows and no columns.
create function joint_change_is_small() returns trigger
  language plpgsql
  as $$
declare
  theirs constant text[] := array[
    'next_step', 'next_step_on', 'no_step_reason', 'status', 'version', 'contacts', 'attempts', 'first_attempt_at',
    'first_contact_at', 'last_contact_at'
  ];
begin
  if
    to_jsonb(new) - theirs is distinct from to_jsonb(old) - theirs
    or (new.status <> old.status and (old.status not in ('referred', 'contact_attempted') or new.status not in ('contact_attempted', 'active')))
  then
    raise exception 'This is for the organisation that has the case.' using errcode = '42501';
  end if;
  return new;
end
$$;
create trigger cases_joint_change before update on cases
  for each row when (viewer_purpose() = 'caseload' and old.partner_id <> viewer_partner())
  execute function joint_change_is_small();

create policy case_contacts_joint on case_contacts for insert to fingerpost_web
  with check (works_jointly(case_id) and staff_id = (select viewer_id()));
create policy case_events_joint on case_events for insert to fingerpost_web
  with check (works_jointly(case_id) and by_id = (select viewer_id()) and kind in ('next_step', 'note'));

-- What they are typing is kept as everybody's is.
drop policy contact_drafts_own on contact_drafts;
create policy contact_drafts_own on contact_drafts for all to fingerpost_web
  using (
    staff_id = (select viewer_id())
    and ((partner_id = (select viewer_partner()) and viewer_has_case(case_id)) or works_jointly(case_id))
  );
drop policy contact_draft_fields_own on contact_draft_fields;
create policy contact_draft_fields_own on contact_draft_fields for all to fingerpost_web
  using (exists (select from contact_drafts where contact_drafts.id = draft_id));
