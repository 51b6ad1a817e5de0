-- A safeguarding concern may be raised from a referral too: whoever reads it need not accept anybody first.

alter table safeguarding_concerns
  add column referral_id uuid references referrals (id) on delete cascade,
  drop constraint safeguarding_concerns_from_check,
  drop constraint safeguarding_concerns_case_reference_check,
  add constraint safeguarding_concerns_from_check check (num_nonnulls(call_id, case_id, referral_id) = 1),
  add constraint safeguarding_concerns_case_reference_check check ((call_id is null) = (case_reference is not null));
comment on column safeguarding_concerns.case_reference is
  'Of the case, or of the referral, it was raised from: whoever safeguards sees the reference, and neither of the two.';
create index safeguarding_concerns_referral_idx on safeguarding_concerns (referral_id);

create policy safeguarding_from_referral on safeguarding_concerns for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'caseload'
    and from_partner_id = (select viewer_partner())
    and raised_by = (select viewer_id())
    and exists (
      select from referrals where referrals.id = referral_id and referrals.to_partner_id = (select viewer_partner())
    )
  );
