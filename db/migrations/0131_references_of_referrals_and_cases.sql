-- A reference of a referral or of a case that is taken is not given again, as with people and calls. They were only held
-- against those of calls: with 50,000 referrals one in 36,000 would have been refused by the table, and somebody's form with it.

create function new_referral_reference() returns text
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  made text;
begin
  loop
    made := replace(new_call_reference(), 'C-', 'R-');
    -- Passed on, one more row has the same reference, and is the one that the index holds.
    if not exists (select from referrals where reference = made and status <> 'passed_on') then
      return made;
    end if;
  end loop;
end
$$;
comment on function new_referral_reference is 'A short reference of a referral that can be read out on the telephone, such as R-7KM-4QC9.';

create function new_case_reference() returns text
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  made text;
begin
  loop
    made := replace(new_call_reference(), 'C-', 'W-');
    if not exists (select from cases where reference = made) then
      return made;
    end if;
  end loop;
end
$$;
comment on function new_case_reference is 'A short reference of a case that can be read out on the telephone, such as W-7KM-4QC9.';

alter table referrals alter column reference set default new_referral_reference();
alter table cases alter column reference set default new_case_reference();
