-- Cover during leave: for some days what is due with the people of one worker stands in the day of a colleague too. Nothing
-- changes hands: the cases stay with whoever walks with them.

create table case_covers (
  id uuid primary key default gen_random_uuid(),
  partner_id uuid not null,
  staff_id uuid not null,
  cover_id uuid not null,
  from_on date not null,
  until_on date not null,
  made_by uuid not null references staff (id) on delete restrict,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  foreign key (staff_id, partner_id) references staff (id, partner_id) on delete cascade,
  foreign key (cover_id, partner_id) references staff (id, partner_id) on delete cascade,
  check (staff_id <> cover_id),
  check (until_on between from_on and from_on + 366)
);
comment on table case_covers is 'That one worker is away for some days, and which colleague looks after their people meanwhile.';
comment on column case_covers.staff_id is 'Who is away.';
comment on column case_covers.ended_at is 'When it was taken back, before or during the days it was for.';
create index case_covers_staff_idx on case_covers (staff_id, partner_id, until_on);
create index case_covers_cover_idx on case_covers (cover_id, partner_id, until_on);
create index case_covers_partner_idx on case_covers (partner_id, until_on) where ended_at is null;
create index case_covers_made_by_idx on case_covers (made_by);

alter table case_covers enable row level security, force row level security;
create policy case_covers_owner on case_covers for all to current_user using (true) with check (true);
create policy case_covers_seen on case_covers for select to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and partner_id = (select viewer_partner()) and (select viewer_walks()));
-- One's own leave, or for a lead anybody's.
create policy case_covers_making on case_covers for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and made_by = (select viewer_id())
    and (select viewer_walks())
    and (staff_id = (select viewer_id()) or (select viewer_leads()))
  );
create policy case_covers_ending on case_covers for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and (staff_id = (select viewer_id()) or (select viewer_leads()))
  );
grant select, insert on case_covers to fingerpost_web;
grant update (ended_at) on case_covers to fingerpost_web;
