-- What stands in a link worker's day beside the next steps of their cases: when a plan is looked at again, and promises
-- of the desk that this very worker rings back.

alter table cases add column plan_review_on date;
comment on column cases.plan_review_on is 'When the plan is looked at again, kept from its newest version: a day is read without opening any plan.';
create index cases_plan_review_idx on cases (worker_id, plan_review_on) where status <> 'closed';

create function keep_plan_review() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  update cases
  set plan_review_on = case
    when new.content ->> 'reviewOn' ~ '^\d{4}-\d\d-\d\d$' then (new.content ->> 'reviewOn')::date
  end
  where
    id = new.case_id
    and not exists (select from plan_versions where case_id = new.case_id and number > new.number);
  return null;
end
$$;
revoke execute on function keep_plan_review() from public;
create trigger plan_versions_reviewed after insert on plan_versions
  for each row execute function keep_plan_review();

update cases
set plan_review_on = (newest.content ->> 'reviewOn')::date
from (select distinct on (case_id) case_id, content from plan_versions order by case_id, number desc) as newest
where newest.case_id = cases.id and newest.content ->> 'reviewOn' ~ '^\d{4}-\d\d-\d\d$';

-- Only what was promised in their own name: the rest of the desk's promises stay at the desk.
create policy call_backs_day on call_backs for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and staff_id = (select viewer_id())
    and (select viewer_walks())
  );
create policy call_backs_day_done on call_backs for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and staff_id = (select viewer_id())
    and (select viewer_walks())
  );
create policy call_back_attempts_day on call_back_attempts for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and staff_id = (select viewer_id())
    and (select viewer_walks())
  );
create policy call_back_attempts_day_read on call_back_attempts for select to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and exists (select from call_backs where call_backs.id = call_back_id));
