-- A contact that somebody is writing down, field by field, as a call and a plan are (0030, 0075). It was kept whole: of two
-- open pages the later wrote over the earlier unseen.

create table contact_drafts (
  id uuid primary key,
  case_id uuid not null,
  partner_id uuid not null,
  staff_id uuid not null references staff (id) on delete cascade,
  begun_at timestamptz not null default now(),
  logged_at timestamptz,
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade,
  unique (id, partner_id)
);
comment on table contact_drafts is 'A contact that somebody is writing down: theirs alone, one in a case at a time.';
comment on column contact_drafts.logged_at is
  'It has become a contact. The row stays a day, so that a last sending of its page that comes late begins no new draft.';
create unique index contact_drafts_open_idx on contact_drafts (case_id, staff_id) where logged_at is null;
create index contact_drafts_case_idx on contact_drafts (case_id, partner_id);
create index contact_drafts_staff_idx on contact_drafts (staff_id);
create index contact_drafts_logged_idx on contact_drafts (logged_at) where logged_at is not null;

create table contact_draft_fields (
  draft_id uuid not null,
  partner_id uuid not null,
  name text not null check (name ~ '^[a-zA-Z]{1,40}$'),
  value text not null check (length(value) <= 9000),
  version integer not null default 1,
  changed_by uuid not null references staff (id) on delete cascade,
  changed_from uuid not null,
  changed_at timestamptz not null default now(),
  primary key (draft_id, name),
  foreign key (draft_id, partner_id) references contact_drafts (id, partner_id) on delete cascade
);
comment on table contact_draft_fields is 'One field of a contact that is being written down, as it was last typed.';
comment on column contact_draft_fields.changed_from is 'The open page it was typed in. What that very page sends next follows on, even when it never heard that this was kept.';
create index contact_draft_fields_draft_idx on contact_draft_fields (draft_id, partner_id);
create index contact_draft_fields_changed_by_idx on contact_draft_fields (changed_by);

alter table contact_drafts enable row level security, force row level security;
alter table contact_draft_fields enable row level security, force row level security;
create policy contact_drafts_owner on contact_drafts for all to current_user using (true) with check (true);
create policy contact_draft_fields_owner on contact_draft_fields for all to current_user using (true) with check (true);
create policy contact_drafts_own on contact_drafts for all to fingerpost_web
  using (staff_id = (select viewer_id()) and partner_id = (select viewer_partner()) and viewer_has_case(case_id));
create policy contact_draft_fields_own on contact_draft_fields for all to fingerpost_web
  using (partner_id = (select viewer_partner()) and exists (select from contact_drafts where contact_drafts.id = draft_id));
create policy contact_drafts_clearing on contact_drafts for delete to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping' and logged_at is not null);
create policy contact_drafts_clearing_seen on contact_drafts for select to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');
grant select, insert, update, delete on contact_drafts, contact_draft_fields to fingerpost_web;

-- What somebody was writing when the site was brought up to date goes on.
insert into contact_drafts (id, case_id, partner_id, staff_id, begun_at)
select gen_random_uuid(), case_id, partner_id, staff_id, changed_at from case_drafts;
insert into contact_draft_fields (draft_id, partner_id, name, value, changed_by, changed_from)
select contact_drafts.id, contact_drafts.partner_id, field.key, field.value, contact_drafts.staff_id, contact_drafts.id
from contact_drafts
join case_drafts on case_drafts.case_id = contact_drafts.case_id and case_drafts.staff_id = contact_drafts.staff_id
cross join lateral jsonb_each_text(case_drafts.fields) as field
where field.value <> '' and length(field.value) <= 9000 and field.key ~ '^[a-zA-Z]{1,40}$';
drop table case_drafts;
