-- Somebody who said no to an organisation is not spoken of before it at a meeting of several organisations, unless the basis
-- is their safety or their best interests, for which nobody is asked.

create function refused_partners(person uuid) returns uuid[]
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select coalesce(array_agg(latest.partner_id), '{}')
  from (
    select distinct on (partner_id) partner_id, decision
    from consents
    where person_id = any(person_group(person_root(person))) and kind = 'share_with_partner'
    order by partner_id, number desc
  ) as latest
  where latest.decision in ('refused', 'withdrawn');
end;
comment on function refused_partners is
  'The organisations that a person does not want to know their record: the latest word for each is no. Only for functions that ask who looks.';
revoke execute on function refused_partners from public;

create function refused_partner_names(person uuid) returns text[]
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select coalesce(array_agg(partners.name order by partners.name), '{}')
  from partners
  where
    partners.id = any(refused_partners(person))
    and viewer_purpose() in ('caseload', 'desk')
    and exists (select from person_access where person_id = person and partner_id = viewer_partner());
end;
comment on function refused_partner_names is
  'For whoever brings somebody to a meeting: the organisations that may not hear of them. Empty for whoever may not open the record.';

create function viewer_is_refused(person uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select viewer_partner() = any(refused_partners(person));
end;
comment on function viewer_is_refused is 'Whether the person said no to the viewer''s own organisation.';
revoke execute on function refused_partner_names, viewer_is_refused from public;
grant execute on function refused_partner_names, viewer_is_refused to fingerpost_web;

drop policy mdt_subjects_met on mdt_subjects;
create policy mdt_subjects_met on mdt_subjects for select to fingerpost_web
  using (
    withdrawn_at is null
    and partnership_id = (select viewer_partnership())
    and (select viewer_purpose()) in ('mdt', 'caseload', 'desk')
    and (viewer_organises(mdt_id) or viewer_hears_of(id))
    and (person_id is null or basis in ('best_interests', 'safeguarding') or not viewer_is_refused(person_id))
  );
