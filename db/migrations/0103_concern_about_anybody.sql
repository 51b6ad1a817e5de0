-- A safeguarding concern may be raised from any page of the staff side, also from one that is about nobody in particular: about
-- somebody of the records, or about somebody who is only said in words.

alter table safeguarding_concerns
  drop constraint safeguarding_concerns_from_check,
  drop constraint safeguarding_concerns_case_reference_check,
  add constraint safeguarding_concerns_from_check check (num_nonnulls(call_id, case_id, referral_id) <= 1),
  add constraint safeguarding_concerns_case_reference_check check (
    (num_nonnulls(case_id, referral_id) = 1) = (case_reference is not null)
  );

create policy person_access_concern on person_access for select to fingerpost_web
  using (partner_id = (select viewer_partner()) and (select viewer_purpose()) = 'concern');
create policy safeguarding_from_anywhere on safeguarding_concerns for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'concern'
    and from_partner_id = (select viewer_partner())
    and raised_by = (select viewer_id())
    and num_nonnulls(call_id, case_id, referral_id) = 0
    and (
      person_id is null
      or exists (
        select from person_access
        where person_access.person_id = safeguarding_concerns.person_id and partner_id = (select viewer_partner())
      )
    )
  );
create policy safeguarding_raised on safeguarding_concerns for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'concern'
    and raised_by = (select viewer_id())
    and from_partner_id = (select viewer_partner())
  );
