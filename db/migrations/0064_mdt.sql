-- With other professionals: why somebody may need several of them, the meetings at which they are spoken of, and what comes
-- of it.
--
-- A person is spoken of only with a basis that is written down, and only those who are asked to that meeting see it, whatever
-- organisation they are of. What they see is what whoever brought it wrote for them: a meeting opens no case and no record.

-- The timeline of a case tells of more and more; what each kind is called stands in app/domain/cases/case-choices.
alter table case_events drop constraint case_events_kind_check;
alter table case_events add constraint case_events_kind_check check (kind ~ '^[a-z][a-z_]{0,39}$');

create table case_flags (
  case_id uuid not null,
  partner_id uuid not null,
  flag text not null check (flag ~ '^[a-z][a-z0-9_]{0,59}$'),
  recorded_by uuid not null references staff (id) on delete restrict,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (case_id, flag),
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade
);
comment on table case_flags is 'A reason why somebody may be helped by several professionals together. It suggests; people decide.';
comment on column case_flags.flag is 'Its key in app/domain/mdt/risk-flags, or in the file of the site''s own.';
create index case_flags_case_idx on case_flags (case_id, partner_id);
create index case_flags_recorded_by_idx on case_flags (recorded_by);

create table mdts (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  partner_id uuid not null,
  team_id uuid,
  name text not null check (length(btrim(name)) between 1 and 200),
  organiser_id uuid not null,
  is_open boolean not null default true,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  foreign key (partner_id, partnership_id) references partners (id, partnership_id) on delete restrict,
  foreign key (team_id, partner_id) references teams (id, partner_id) on delete restrict,
  foreign key (organiser_id, partner_id) references staff (id, partner_id) on delete restrict,
  unique (id, partnership_id)
);
comment on table mdts is 'A multidisciplinary team that meets now and then, and who prepares its meetings.';
create index mdts_partner_idx on mdts (partner_id, partnership_id);
create index mdts_partnership_idx on mdts (partnership_id);
create index mdts_team_idx on mdts (team_id, partner_id);
create index mdts_organiser_idx on mdts (organiser_id, partner_id);

create table mdt_meetings (
  id uuid primary key default gen_random_uuid(),
  mdt_id uuid not null references mdts (id) on delete restrict,
  kind text not null default 'mdt' check (kind in ('mdt', 'huddle')),
  held_on date not null,
  starts_at text check (starts_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text check (length(btrim(place)) between 1 and 200),
  notes text check (length(btrim(notes)) between 1 and 8000),
  made_by uuid not null references staff (id) on delete restrict,
  made_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid references staff (id) on delete restrict,
  version integer not null default 1,
  check ((closed_at is null) = (closed_by is null))
);
comment on table mdt_meetings is 'One meeting of a multidisciplinary team, or a huddle: a short one. Closed, its minutes stand.';
comment on column mdt_meetings.notes is 'What was said that is about nobody in particular.';
create index mdt_meetings_mdt_idx on mdt_meetings (mdt_id, held_on desc);
create index mdt_meetings_made_by_idx on mdt_meetings (made_by);
create index mdt_meetings_closed_by_idx on mdt_meetings (closed_by);

create table mdt_attendees (
  meeting_id uuid not null references mdt_meetings (id) on delete cascade,
  staff_id uuid not null references staff (id) on delete restrict,
  attendance text not null default 'asked' check (attendance in ('asked', 'came', 'apologies')),
  primary key (meeting_id, staff_id)
);
comment on table mdt_attendees is 'Who is asked to a meeting, and whether they came. Nobody else sees who is spoken of there.';
create index mdt_attendees_staff_idx on mdt_attendees (staff_id);

create table mdt_subjects (
  id uuid primary key default gen_random_uuid(),
  mdt_id uuid not null,
  partnership_id uuid not null,
  from_partner_id uuid not null references partners (id) on delete restrict,
  source text not null check (source in ('case', 'call', 'handoff', 'referral')),
  case_id uuid references cases (id) on delete cascade,
  call_id uuid references calls (id) on delete cascade,
  handoff_id uuid references handoffs (id) on delete cascade,
  referral_id uuid references referrals (id) on delete cascade,
  person_id uuid references people (id) on delete restrict,
  summary jsonb not null check (jsonb_typeof(summary) = 'object' and octet_length(summary::text) <= 40000),
  flags text[] not null default '{}',
  basis text not null check (basis in ('consent', 'direct_care', 'best_interests', 'safeguarding')),
  consent_by text check (consent_by in ('person', 'carer', 'parent', 'attorney', 'deputy', 'other')),
  consent_how text check (consent_how in ('spoken', 'written', 'form', 'other')),
  basis_note text check (length(btrim(basis_note)) between 1 and 1000),
  made_by uuid not null references staff (id) on delete restrict,
  made_at timestamptz not null default now(),
  settled_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references staff (id) on delete restrict,
  withdrawn_why text check (length(btrim(withdrawn_why)) between 1 and 1000),
  version integer not null default 1,
  foreign key (mdt_id, partnership_id) references mdts (id, partnership_id) on delete restrict,
  check (num_nonnulls(case_id, call_id, handoff_id, referral_id) = 1),
  check (case source when 'case' then case_id when 'call' then call_id when 'handoff' then handoff_id else referral_id end is not null),
  -- Nobody is spoken of without a basis that says enough.
  check ((basis = 'consent') = (consent_by is not null)),
  check ((consent_by is null) = (consent_how is null)),
  check (basis in ('consent', 'direct_care') or basis_note is not null),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table mdt_subjects is
  'A person who is brought to a multidisciplinary team: a page that was written for it, and the basis on which they are spoken of.';
comment on column mdt_subjects.summary is 'The one-page summary, name included. app/domain/mdt/summary says what stands in it.';
comment on column mdt_subjects.settled_at is 'When a meeting decided that they need not come again.';
comment on column mdt_subjects.withdrawn_at is 'When the basis ended: from then on nobody else sees any of it, in whatever meeting.';
create index mdt_subjects_mdt_idx on mdt_subjects (mdt_id, partnership_id, made_at);
create index mdt_subjects_from_idx on mdt_subjects (from_partner_id);
create index mdt_subjects_case_idx on mdt_subjects (case_id);
create index mdt_subjects_call_idx on mdt_subjects (call_id);
create index mdt_subjects_handoff_idx on mdt_subjects (handoff_id);
create index mdt_subjects_referral_idx on mdt_subjects (referral_id);
create index mdt_subjects_person_idx on mdt_subjects (person_id);
create index mdt_subjects_made_by_idx on mdt_subjects (made_by);
create index mdt_subjects_withdrawn_by_idx on mdt_subjects (withdrawn_by);
create unique index mdt_subjects_once_idx on mdt_subjects (mdt_id, coalesce(case_id, call_id, handoff_id, referral_id))
  where settled_at is null and withdrawn_at is null;

create table mdt_items (
  id uuid primary key default gen_random_uuid(),
  meeting_id uuid not null references mdt_meetings (id) on delete cascade,
  subject_id uuid not null references mdt_subjects (id) on delete cascade,
  is_new boolean not null,
  decision text check (length(btrim(decision)) between 1 and 4000),
  comes_again boolean,
  decided_by uuid references staff (id) on delete restrict,
  decided_at timestamptz,
  added_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  unique (meeting_id, subject_id),
  unique (id, meeting_id, subject_id),
  check ((decision is null) = (decided_at is null)),
  check ((decision is null) = (decided_by is null)),
  check ((decision is null) = (comes_again is null))
);
comment on table mdt_items is 'That a person is on the list of one meeting, and what was decided there.';
create index mdt_items_subject_idx on mdt_items (subject_id);
create index mdt_items_decided_by_idx on mdt_items (decided_by);

create table mdt_actions (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null,
  meeting_id uuid not null,
  subject_id uuid not null,
  what text not null check (length(btrim(what)) between 1 and 500),
  owner_id uuid not null,
  due_on date not null,
  made_by uuid not null references staff (id) on delete restrict,
  made_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  done_note text check (length(btrim(done_note)) between 1 and 1000),
  foreign key (item_id, meeting_id, subject_id) references mdt_items (id, meeting_id, subject_id) on delete cascade,
  -- Whoever has something to do is one of those who meet: nobody else may know why.
  foreign key (meeting_id, owner_id) references mdt_attendees (meeting_id, staff_id) on delete restrict
);
comment on table mdt_actions is 'What one of those who met does by a day. It stands in their day until it is done.';
create index mdt_actions_item_idx on mdt_actions (item_id, meeting_id, subject_id);
create index mdt_actions_meeting_idx on mdt_actions (meeting_id, owner_id);
create index mdt_actions_due_idx on mdt_actions (owner_id, due_on) where done_at is null;
create index mdt_actions_made_by_idx on mdt_actions (made_by);

-- Whoever refers in their work may ask that somebody be spoken of there.
alter table referrals add column wants_mdt boolean not null default false;
comment on column referrals.wants_mdt is 'Whoever referred asks that the person be brought to the multidisciplinary team.';

-- Who sees what ----------------------------------------------------------------------------------------------------------

create function viewer_attends(meeting uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select exists (select from mdt_attendees where meeting_id = meeting and staff_id = viewer_id());
end;
comment on function viewer_attends is 'Whether the viewer is asked to that meeting.';

create function viewer_organises(mdt uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select exists (select from mdts where id = mdt and organiser_id = viewer_id());
end;
comment on function viewer_organises is 'Whether the viewer prepares the meetings of that multidisciplinary team.';

create function viewer_hears_of(subject uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select exists (
    select
    from mdt_items
    join mdt_attendees on mdt_attendees.meeting_id = mdt_items.meeting_id
    where mdt_items.subject_id = subject and mdt_attendees.staff_id = viewer_id()
  );
end;
comment on function viewer_hears_of is 'Whether the viewer is asked to a meeting on whose list that person is.';

create function meeting_is_open(meeting uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select exists (select from mdt_meetings where id = meeting and closed_at is null);
end;
comment on function meeting_is_open is 'Whether the minutes of that meeting may still be changed.';

create function subject_is_of_case(subject uuid) returns boolean
  stable language sql
begin atomic
  select exists (select from mdt_subjects where id = subject and case_id is not null and viewer_has_case(case_id));
end;
comment on function subject_is_of_case is 'Whether that person was brought from a case of the viewer''s own provider.';
revoke execute on function viewer_attends, viewer_organises, viewer_hears_of, meeting_is_open from public;
grant execute on function viewer_attends, viewer_organises, viewer_hears_of, meeting_is_open to fingerpost_web;

do $$
declare
  place text;
begin
  foreach place in array array[
    'case_flags', 'mdts', 'mdt_meetings', 'mdt_attendees', 'mdt_subjects', 'mdt_items', 'mdt_actions'
  ] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;
end
$$;

create policy case_flags_of_case on case_flags for select to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and exists (select from cases where cases.id = case_id));
create policy case_flags_adding on case_flags for insert to fingerpost_web
  with check (
    recorded_by = (select viewer_id()) and partner_id = (select viewer_partner()) and viewer_has_case(case_id)
  );
create policy case_flags_changing on case_flags for update to fingerpost_web
  using (partner_id = (select viewer_partner()) and viewer_has_case(case_id));

-- Which there are is no secret within a partnership: somebody has to be brought to one.
create policy mdts_partnership on mdts for select to fingerpost_web
  using (partnership_id = (select viewer_partnership()));
create policy mdts_adding on mdts for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'mdt'
    and partner_id = (select viewer_partner())
    and partnership_id = (select viewer_partnership())
    and (select viewer_leads())
  );

create policy mdt_meetings_seen on mdt_meetings for select to fingerpost_web
  using ((select viewer_purpose()) in ('mdt', 'caseload') and (viewer_attends(id) or viewer_organises(mdt_id)));
create policy mdt_meetings_planning on mdt_meetings for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'mdt' and made_by = (select viewer_id()) and viewer_organises(mdt_id)
  );
create policy mdt_meetings_changing on mdt_meetings for update to fingerpost_web
  using ((select viewer_purpose()) = 'mdt' and closed_at is null and (viewer_attends(id) or viewer_organises(mdt_id)))
  with check (true);

create policy mdt_attendees_seen on mdt_attendees for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'mdt'
    and (viewer_attends(meeting_id) or exists (select from mdt_meetings where mdt_meetings.id = meeting_id))
  );
create policy mdt_attendees_asking on mdt_attendees for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'mdt'
    and meeting_is_open(meeting_id)
    and exists (select from mdt_meetings where mdt_meetings.id = meeting_id and viewer_organises(mdt_id))
    and exists (
      select from staff where staff.id = staff_id and staff.partnership_id = (select viewer_partnership())
    )
  );
create policy mdt_attendees_noting on mdt_attendees for update to fingerpost_web
  using ((select viewer_purpose()) = 'mdt' and meeting_is_open(meeting_id) and viewer_attends(meeting_id));
create policy mdt_attendees_taking_off on mdt_attendees for delete to fingerpost_web
  using (
    (select viewer_purpose()) = 'mdt'
    and meeting_is_open(meeting_id)
    and exists (select from mdt_meetings where mdt_meetings.id = meeting_id and viewer_organises(mdt_id))
  );

create policy mdt_subjects_made on mdt_subjects for select to fingerpost_web
  using (
    made_by = (select viewer_id())
    and from_partner_id = (select viewer_partner())
    and (select viewer_purpose()) in ('mdt', 'caseload', 'desk')
  );
create policy mdt_subjects_of_case on mdt_subjects for select to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and case_id is not null and viewer_has_case(case_id));
create policy mdt_subjects_met on mdt_subjects for select to fingerpost_web
  using (
    withdrawn_at is null
    and partnership_id = (select viewer_partnership())
    and (select viewer_purpose()) in ('mdt', 'caseload', 'desk')
    and (viewer_organises(mdt_id) or viewer_hears_of(id))
  );
create policy mdt_subjects_bringing on mdt_subjects for insert to fingerpost_web
  with check (
    made_by = (select viewer_id())
    and from_partner_id = (select viewer_partner())
    and partnership_id = (select viewer_partnership())
    and settled_at is null
    and withdrawn_at is null
    and case source
      when 'case' then viewer_has_case(case_id)
      when 'referral' then exists (select from referrals where referrals.id = referral_id)
      when 'handoff' then exists (select from handoffs where handoffs.id = handoff_id)
      else exists (select from calls where calls.id = call_id)
    end
  );
create policy mdt_subjects_changing on mdt_subjects for update to fingerpost_web
  using (
    withdrawn_at is null
    and (
      ((select viewer_purpose()) = 'mdt' and (
        (made_by = (select viewer_id()) and from_partner_id = (select viewer_partner()))
        or viewer_organises(mdt_id)
        or viewer_hears_of(id)
      ))
      or (case_id is not null and viewer_has_case(case_id))
    )
  )
  with check (true);

create policy mdt_items_seen on mdt_items for select to fingerpost_web
  using (
    ((select viewer_purpose()) = 'mdt' and viewer_attends(meeting_id) and exists (select from mdt_subjects where mdt_subjects.id = subject_id))
    -- What was decided about somebody with whom one walks.
    or ((select viewer_purpose()) = 'caseload' and subject_is_of_case(subject_id))
  );
create policy mdt_items_listing on mdt_items for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'mdt'
    and meeting_is_open(meeting_id)
    and exists (
      select
      from mdt_meetings
      join mdt_subjects on mdt_subjects.mdt_id = mdt_meetings.mdt_id
      where
        mdt_meetings.id = meeting_id and mdt_subjects.id = subject_id and viewer_organises(mdt_meetings.mdt_id)
    )
  );
create policy mdt_items_deciding on mdt_items for update to fingerpost_web
  using ((select viewer_purpose()) = 'mdt' and meeting_is_open(meeting_id) and viewer_attends(meeting_id));
create policy mdt_items_taking_off on mdt_items for delete to fingerpost_web
  using (
    (select viewer_purpose()) = 'mdt'
    and meeting_is_open(meeting_id)
    and exists (select from mdt_meetings where mdt_meetings.id = meeting_id and viewer_organises(mdt_id))
  );

create policy mdt_actions_seen on mdt_actions for select to fingerpost_web
  using (
    (
      (
        (owner_id = (select viewer_id()) and (select viewer_purpose()) in ('mdt', 'caseload', 'desk'))
        or ((select viewer_purpose()) = 'mdt' and viewer_attends(meeting_id))
      )
      and exists (select from mdt_subjects where mdt_subjects.id = subject_id)
    )
    or ((select viewer_purpose()) = 'caseload' and subject_is_of_case(subject_id))
  );
create policy mdt_actions_adding on mdt_actions for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'mdt'
    and made_by = (select viewer_id())
    and meeting_is_open(meeting_id)
    and viewer_attends(meeting_id)
  );
create policy mdt_actions_doing on mdt_actions for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'mdt'
    and (owner_id = (select viewer_id()) or (meeting_is_open(meeting_id) and viewer_attends(meeting_id)))
  );
create policy mdt_actions_striking on mdt_actions for delete to fingerpost_web
  using (
    (select viewer_purpose()) = 'mdt' and done_at is null and meeting_is_open(meeting_id) and viewer_attends(meeting_id)
  );

grant select, insert on case_flags, mdts, mdt_meetings, mdt_attendees, mdt_subjects, mdt_items, mdt_actions to fingerpost_web;
grant update (recorded_by, recorded_at, ended_at) on case_flags to fingerpost_web;
grant update (notes, closed_at, closed_by, version) on mdt_meetings to fingerpost_web;
grant update (attendance) on mdt_attendees to fingerpost_web;
grant update (summary, settled_at, withdrawn_at, withdrawn_by, withdrawn_why, version) on mdt_subjects to fingerpost_web;
grant update (decision, comes_again, decided_by, decided_at, version) on mdt_items to fingerpost_web;
grant update (done_at, done_note) on mdt_actions to fingerpost_web;
grant delete on mdt_attendees, mdt_items, mdt_actions to fingerpost_web;
