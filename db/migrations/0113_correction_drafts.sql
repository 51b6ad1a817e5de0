-- The correction of a call while it is being written, field by field, as a call and the note of a contact are (0030, 0084).
-- It is nobody's but whoever writes it, and theirs only while they may read that call.

create table correction_drafts (
  id uuid primary key,
  call_id uuid not null,
  partner_id uuid not null,
  staff_id uuid not null references staff (id) on delete cascade,
  seen integer check (seen >= 1),
  begun_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  saved_at timestamptz,
  foreign key (call_id, partner_id) references calls (id, partner_id) on delete cascade,
  unique (id, partner_id)
);
comment on table correction_drafts is 'A correction of a call that somebody is writing: theirs alone, one of a call at a time.';
comment on column correction_drafts.seen is 'The version of the call that they began from; null where nothing had arrived before it was saved.';
comment on column correction_drafts.saved_at is
  'It was saved, or thrown away. The row stays a day, so that a last sending of its page that comes late begins no new draft.';
create unique index correction_drafts_open_idx on correction_drafts (call_id, staff_id) where saved_at is null;
create index correction_drafts_call_idx on correction_drafts (call_id, partner_id);
create index correction_drafts_staff_idx on correction_drafts (staff_id);
create index correction_drafts_saved_idx on correction_drafts (saved_at) where saved_at is not null;
create index correction_drafts_left_idx on correction_drafts (changed_at) where saved_at is null;

create table correction_draft_fields (
  draft_id uuid not null,
  partner_id uuid not null,
  name text not null check (name ~ '^[a-z][A-Za-z0-9.-]{0,79}$'),
  value text not null check (length(value) <= 20000),
  version integer not null default 1,
  changed_by uuid not null references staff (id) on delete cascade,
  changed_from uuid not null,
  changed_at timestamptz not null default now(),
  primary key (draft_id, name),
  foreign key (draft_id, partner_id) references correction_drafts (id, partner_id) on delete cascade
);
comment on table correction_draft_fields is
  'One field of a correction that is being written, as it was last typed. What is not here stands as in the call.';
comment on column correction_draft_fields.changed_from is 'The open page it was typed in. What that very page sends next follows on, even when it never heard that this was kept.';
create index correction_draft_fields_draft_idx on correction_draft_fields (draft_id, partner_id);
create index correction_draft_fields_changed_by_idx on correction_draft_fields (changed_by);

alter table correction_drafts enable row level security, force row level security;
alter table correction_draft_fields enable row level security, force row level security;
create policy correction_drafts_owner on correction_drafts for all to current_user using (true) with check (true);
create policy correction_draft_fields_owner on correction_draft_fields for all to current_user using (true) with check (true);
-- Under the policies of calls: what was typed about a call that is closed to them is closed with it.
create policy correction_drafts_own on correction_drafts for all to fingerpost_web
  using (
    staff_id = (select viewer_id())
    and partner_id = (select viewer_partner())
    and (select viewer_purpose()) = 'desk'
    and exists (select from calls where calls.id = call_id)
  );
create policy correction_draft_fields_own on correction_draft_fields for all to fingerpost_web
  using (partner_id = (select viewer_partner()) and exists (select from correction_drafts where correction_drafts.id = draft_id));
create policy correction_drafts_clearing on correction_drafts for delete to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');
create policy correction_drafts_clearing_seen on correction_drafts for select to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');
grant select, insert, update, delete on correction_drafts, correction_draft_fields to fingerpost_web;
