-- A safeguarding concern may be raised from a case as it is from a call: the same named lead, the same clock.

alter table safeguarding_concerns
  alter column call_id drop not null,
  add column case_id uuid references cases (id) on delete cascade,
  add column case_reference text,
  add constraint safeguarding_concerns_from_check check (num_nonnulls(call_id, case_id) = 1),
  add constraint safeguarding_concerns_case_reference_check check ((case_id is null) = (case_reference is null));
comment on column safeguarding_concerns.case_reference is 'Of the case it was raised from: whoever safeguards sees the reference, and not the case.';
create index safeguarding_concerns_case_idx on safeguarding_concerns (case_id);

create policy safeguarding_from_case on safeguarding_concerns for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'caseload'
    and from_partner_id = (select viewer_partner())
    and raised_by = (select viewer_id())
    and exists (select from cases where cases.id = case_id)
  );
create policy safeguarding_of_case on safeguarding_concerns for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and raised_by = (select viewer_id())
    and from_partner_id = (select viewer_partner())
  );
