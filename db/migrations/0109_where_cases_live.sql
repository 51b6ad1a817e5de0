-- The caseload is narrowed by the first half of a postcode, so a case carries it: looked up in each record, it could have no index.

alter table cases add column outcode text check (outcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$');
comment on column cases.outcode is 'First half of the postcode where the person lives by their record, else of the referral. Kept by triggers.';

create function outcode_of_case() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  new.outcode := coalesce(
    (select people.outcode from people where people.id = new.person_id),
    (select referrals.outcode from referrals where referrals.id = new.referral_id)
  );
  return new;
end
$$;
create trigger cases_outcode before insert or update of person_id, referral_id on cases
  for each row execute function outcode_of_case();

create function outcode_of_moved_person() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  update cases
  set outcode = coalesce(new.outcode, (select referrals.outcode from referrals where referrals.id = cases.referral_id))
  where person_id = new.id;
  return null;
end
$$;
create trigger people_move_their_cases after update of outcode on people
  for each row when (old.outcode is distinct from new.outcode) execute function outcode_of_moved_person();

update cases
set outcode = coalesce(
  (select people.outcode from people where people.id = cases.person_id),
  (select referrals.outcode from referrals where referrals.id = cases.referral_id)
);
create index cases_outcode_idx on cases (partner_id, outcode);
