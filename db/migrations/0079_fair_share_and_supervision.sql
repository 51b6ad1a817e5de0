-- What a fair share goes by: the week of each link worker, how many they can walk with, and whom they know
-- best; when they are away stands in case_covers. A lead writes it down; each worker reads their own.

create table worker_weeks (
  staff_id uuid primary key,
  partner_id uuid not null,
  hours numeric(4, 1) check (hours > 0 and hours <= 60),
  ceiling integer check (ceiling between 1 and 500),
  takes_new boolean not null default true,
  outcodes text[] not null default '{}',
  practices text[] not null default '{}',
  networks text[] not null default '{}',
  languages text[] not null default '{}',
  needs text[] not null default '{}',
  version integer not null default 1,
  foreign key (staff_id, partner_id) references staff (id, partner_id) on delete cascade
);
comment on table worker_weeks is 'A link worker''s week as their lead wrote it down: what a fair share goes by.';
comment on column worker_weeks.hours is 'Hours a week; null where nobody has said.';
comment on column worker_weeks.ceiling is 'Open cases at most; null: what the hours come to.';
comment on column worker_weeks.networks is 'Networks of practices (PCNs) by name, as in referral_providers.networks.';
create index worker_weeks_staff_idx on worker_weeks (staff_id, partner_id);
create index worker_weeks_partner_idx on worker_weeks (partner_id);

alter table referral_providers
  add column networks text[] not null default '{}' check (cardinality(networks) <= 100);
comment on column referral_providers.networks is
  'Networks of practices (PCNs): each as its name, a colon, and its practices with semicolons between.';
grant update (networks) on referral_providers to fingerpost_web;

create index cases_given_out_idx on cases (partner_id, referred_at) where status <> 'closed' and worker_id is null;

alter table worker_weeks enable row level security, force row level security;
create policy worker_weeks_owner on worker_weeks for all to current_user using (true) with check (true);
create policy worker_weeks_seen on worker_weeks for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and (staff_id = (select viewer_id()) or (select viewer_leads()))
  );
create policy worker_weeks_leading on worker_weeks for all to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload' and partner_id = (select viewer_partner()) and (select viewer_leads())
  );
grant select, insert, update on worker_weeks to fingerpost_web;

-- Supervision: what a lead and a link worker talk about, privately between the two.
--
-- One lead supervises a worker at a time: whoever took it on last. They read everything that was written about that worker
-- and write more; whoever did it before reads nothing any more. The worker reads what is shared with them, from the version
-- on with which it was shared, and always sees who supervises them. Nobody else reads a word: no colleague, no other lead,
-- no administrator.

create table supervisions (
  id uuid primary key default gen_random_uuid(),
  worker_id uuid not null,
  partner_id uuid not null,
  lead_id uuid not null,
  why text not null check (length(btrim(why)) between 1 and 400),
  began_at timestamptz not null default clock_timestamp(),
  foreign key (worker_id, partner_id) references staff (id, partner_id) on delete restrict,
  foreign key (lead_id, partner_id) references staff (id, partner_id) on delete restrict,
  check (lead_id <> worker_id)
);
comment on table supervisions is 'Who took on the supervision of a link worker, and why. The newest counts. Only ever added to.';
create index supervisions_worker_idx on supervisions (worker_id, partner_id, began_at desc);
create index supervisions_lead_idx on supervisions (lead_id, partner_id);

create table supervision_notes (
  id uuid primary key default gen_random_uuid(),
  worker_id uuid not null,
  partner_id uuid not null,
  held_on date not null,
  version integer not null default 1 check (version > 0),
  shared_from integer check (shared_from > 0),
  made_at timestamptz not null default now(),
  unique (id, worker_id, partner_id),
  foreign key (worker_id, partner_id) references staff (id, partner_id) on delete restrict
);
comment on table supervision_notes is 'A talk between a lead and a link worker, with what was written down about it.';
comment on column supervision_notes.shared_from is 'From which version on the worker reads it; null: the lead''s alone. What was shared stays shared.';
create index supervision_notes_worker_idx on supervision_notes (worker_id, partner_id, held_on desc);

create table supervision_versions (
  note_id uuid not null,
  worker_id uuid not null,
  partner_id uuid not null,
  number integer not null check (number > 0),
  words text not null check (length(btrim(words)) between 1 and 8000),
  by_id uuid not null references staff (id) on delete restrict,
  at timestamptz not null default clock_timestamp(),
  primary key (note_id, number),
  foreign key (note_id, worker_id, partner_id) references supervision_notes (id, worker_id, partner_id) on delete cascade
);
comment on table supervision_versions is 'The words of a note, each time it was written. Only ever added to.';
create index supervision_versions_note_idx on supervision_versions (note_id, worker_id, partner_id);
create index supervision_versions_by_idx on supervision_versions (by_id);

create table supervision_actions (
  id uuid primary key default gen_random_uuid(),
  note_id uuid not null,
  worker_id uuid not null,
  partner_id uuid not null,
  owner_id uuid not null,
  what text not null check (length(btrim(what)) between 1 and 300),
  due_on date not null,
  made_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  foreign key (note_id, worker_id, partner_id) references supervision_notes (id, worker_id, partner_id) on delete cascade,
  foreign key (owner_id, partner_id) references staff (id, partner_id) on delete restrict
);
comment on table supervision_actions is 'What one of the two said they would do, for a day: it stands in their day until it is done.';
create index supervision_actions_note_idx on supervision_actions (note_id, worker_id, partner_id);
create index supervision_actions_owner_idx on supervision_actions (owner_id, partner_id);
create index supervision_actions_due_idx on supervision_actions (owner_id, due_on) where done_at is null;

create function supervises(who uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    viewer_purpose() = 'caseload'
    and viewer_leads()
    and viewer_id() = (
      select lead_id
      from supervisions
      where worker_id = who and partner_id = viewer_partner()
      order by began_at desc, id desc
      limit 1
    );
end;
comment on function supervises is 'Whether the viewer is the lead who supervises that link worker now.';
revoke execute on function supervises from public;
grant execute on function supervises to fingerpost_web;

create function keep_shared() returns trigger
  language plpgsql
  as $$
begin
  if old.shared_from is not null and new.shared_from is distinct from old.shared_from then
    raise exception 'what was shared stays shared' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger supervision_notes_stay_shared before update on supervision_notes
  for each row execute function keep_shared();

do $$
declare
  place text;
begin
  foreach place in array array['supervisions', 'supervision_notes', 'supervision_versions', 'supervision_actions'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;
end
$$;
-- Who supervises whom is no secret among those who lead, nor for the worker.
create policy supervisions_seen on supervisions for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and (worker_id = (select viewer_id()) or (select viewer_leads()))
  );
create policy supervisions_taking_on on supervisions for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and (select viewer_leads())
    and lead_id = (select viewer_id())
  );
create policy supervision_notes_seen on supervision_notes for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and ((worker_id = (select viewer_id()) and shared_from is not null) or supervises(worker_id))
  );
create policy supervision_notes_adding on supervision_notes for insert to fingerpost_web
  with check (partner_id = (select viewer_partner()) and supervises(worker_id));
create policy supervision_notes_changing on supervision_notes for update to fingerpost_web
  using (partner_id = (select viewer_partner()) and supervises(worker_id));
create policy supervision_versions_seen on supervision_versions for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and (
      supervises(worker_id)
      or (
        worker_id = (select viewer_id())
        and exists (select from supervision_notes where supervision_notes.id = note_id and shared_from <= number)
      )
    )
  );
create policy supervision_versions_adding on supervision_versions for insert to fingerpost_web
  with check (partner_id = (select viewer_partner()) and supervises(worker_id) and by_id = (select viewer_id()));
-- Whoever has something to do sees it, whether or not they read the note it came from.
create policy supervision_actions_seen on supervision_actions for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and (owner_id = (select viewer_id()) or supervises(worker_id))
  );
create policy supervision_actions_adding on supervision_actions for insert to fingerpost_web
  with check (
    partner_id = (select viewer_partner())
    and supervises(worker_id)
    and (owner_id = worker_id or owner_id = (select viewer_id()))
  );
create policy supervision_actions_doing on supervision_actions for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload' and partner_id = (select viewer_partner()) and owner_id = (select viewer_id())
  );

grant select, insert on supervisions, supervision_versions to fingerpost_web;
grant select, insert on supervision_notes, supervision_actions to fingerpost_web;
grant update (held_on, version, shared_from) on supervision_notes to fingerpost_web;
grant update (done_at) on supervision_actions to fingerpost_web;
