-- A plan while it is being written: field by field, as a call is (0030), so that nothing is lost with a browser and two
-- people in one plan never write over each other unseen. Kept, the fields become a version and are cleared away.

create table plan_draft_fields (
  draft_id uuid not null,
  partner_id uuid not null,
  name text not null check (name ~ '^[a-z][A-Za-z0-9._]{0,79}$'),
  value text not null check (length(value) <= 4000),
  version integer not null default 1,
  changed_by uuid not null references staff (id) on delete restrict,
  changed_from uuid not null,
  changed_at timestamptz not null default now(),
  primary key (draft_id, name),
  foreign key (draft_id, partner_id) references cases (id, partner_id) on delete cascade
);
comment on table plan_draft_fields is
  'One field of a plan that is being written, as it was last typed. What is not here stands as in the newest version of the plan.';
comment on column plan_draft_fields.draft_id is 'The case whose plan it is: a case has one plan, and so one draft.';
comment on column plan_draft_fields.changed_from is 'The open page it was typed in. What that very page sends next follows on, even when it never heard that this was kept.';
create index plan_draft_fields_draft_idx on plan_draft_fields (draft_id, partner_id);
create index plan_draft_fields_changed_by_idx on plan_draft_fields (changed_by);

create table plan_presence (
  draft_id uuid not null,
  partner_id uuid not null,
  staff_id uuid not null references staff (id) on delete cascade,
  field text check (length(field) <= 80),
  seen_at timestamptz not null default now(),
  primary key (draft_id, staff_id),
  foreign key (draft_id, partner_id) references cases (id, partner_id) on delete cascade
);
comment on table plan_presence is 'Who has a plan open to write in just now, and in which field they are.';
create index plan_presence_draft_idx on plan_presence (draft_id, partner_id);
create index plan_presence_staff_idx on plan_presence (staff_id);

do $$
declare
  place text;
begin
  foreach place in array array['plan_draft_fields', 'plan_presence'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
    execute format(
      'create policy %I on %I for all to fingerpost_web using (partner_id = (select viewer_partner()) and viewer_has_case(draft_id))',
      place || '_own', place);
    execute format('grant select, insert, update, delete on %I to fingerpost_web', place);
  end loop;
end
$$;

-- Told as changes in a call are (0044): who is there only when that changes, and with whoever it is about.
create function tell_of_plan_part() returns trigger
  language plpgsql
  as $$
begin
  if tg_table_name = 'plan_versions' then
    perform tell('plan', new.case_id, new.case_id);
  elsif tg_op = 'DELETE' then
    perform tell('plan', old.draft_id, old.draft_id);
  elsif tg_table_name = 'plan_draft_fields' then
    perform tell('plan', new.draft_id, (to_jsonb(new) ->> 'changed_from')::uuid);
  elsif
    tg_op = 'INSERT'
    or to_jsonb(old) ->> 'field' is distinct from to_jsonb(new) ->> 'field'
    or (to_jsonb(old) ->> 'seen_at')::timestamptz < now() - interval '40 seconds'
  then
    perform tell('plan', new.draft_id, (to_jsonb(new) ->> 'staff_id')::uuid);
  end if;
  return null;
end
$$;
create trigger plan_draft_fields_told after insert or update on plan_draft_fields
  for each row execute function tell_of_plan_part();
create trigger plan_presence_told after insert or delete or update on plan_presence
  for each row execute function tell_of_plan_part();
create trigger plan_versions_told after insert on plan_versions
  for each row execute function tell_of_plan_part();
