-- Who works here, and the lock under every door: row-level security.
--
-- The web server connects as a member of fingerpost_web, which owns nothing. Each transaction says for whom and why it
-- runs (`set local`, see db/within.ts); the policies compare that with the rows. Nothing said, nothing seen.

do $$
begin
  if not exists (select from pg_roles where rolname = 'fingerpost_web') then
    create role fingerpost_web nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
exception
  -- Another database of this cluster was being migrated at the same moment.
  when duplicate_object or unique_violation then null;
end
$$;

create function viewer_id() returns uuid
  stable parallel safe language sql
  return nullif(current_setting('fingerpost.staff', true), '')::uuid;
comment on function viewer_id is 'The member of staff for whom this transaction runs, or null.';

create function viewer_partner() returns uuid
  stable parallel safe language sql
  return nullif(current_setting('fingerpost.partner', true), '')::uuid;
comment on function viewer_partner is 'The partner organisation for which that member of staff works, or null.';

create function viewer_purpose() returns text
  stable parallel safe language sql
  return coalesce(current_setting('fingerpost.purpose', true), '');
comment on function viewer_purpose is 'Why this transaction runs: one of the purposes in db/within.ts, or nothing.';

create function viewer_opening() returns uuid
  stable parallel safe language sql
  return nullif(current_setting('fingerpost.opening', true), '')::uuid;
comment on function viewer_opening is 'The recorded opening of a person''s record under which this transaction runs, or null.';

create function viewer_address() returns text
  stable parallel safe language sql
  return nullif(current_setting('fingerpost.address', true), '');
comment on function viewer_address is 'The network address that the request came from, or null.';

create table partnerships (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> '')
);
comment on table partnerships is 'A whole partnership: the county or borough whose organisations work side by side.';

create table partners (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnerships (id) on delete restrict,
  name text not null check (length(btrim(name)) between 1 and 200),
  kind text not null check (kind in ('council', 'health', 'voluntary', 'housing', 'emergency', 'other')),
  is_host boolean not null default false,
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  unique (partnership_id, name),
  unique (id, partnership_id)
);
comment on table partners is 'An organisation of the partnership, whose staff use the desks and which answers for the records they keep.';
comment on column partners.is_host is 'The organisation that runs this site for the area: its administrators add the others.';
create unique index partners_one_host_idx on partners (partnership_id) where is_host;

create table teams (
  id uuid primary key default gen_random_uuid(),
  partner_id uuid not null references partners (id) on delete restrict,
  name text not null check (length(btrim(name)) between 1 and 200),
  closed_at timestamptz,
  version integer not null default 1,
  unique (partner_id, name),
  unique (id, partner_id)
);
comment on table teams is 'People of one partner who share work, such as a desk or a primary care network.';

create table staff (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  partner_id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 200),
  email text not null check (email = lower(btrim(email)) and email ~ '^[^@\s]+@[^@\s]+$'),
  disabled_at timestamptz,
  is_demonstration boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  foreign key (partner_id, partnership_id) references partners (id, partnership_id) on delete restrict,
  unique (email),
  unique (id, partner_id)
);
comment on table staff is 'Someone who signs in. What proves who they are stands apart, in staff_credentials.';
comment on column staff.is_demonstration is 'A made-up account that anyone may use in one click; refused where the demonstration is not on.';
create index staff_partner_idx on staff (partner_id, partnership_id, name);
create index staff_partnership_idx on staff (partnership_id);

create table staff_roles (
  staff_id uuid not null references staff (id) on delete cascade,
  role text not null check (
    role in (
      'call_handler', 'practitioner', 'link_worker', 'team_lead',
      'directory_editor', 'analyst', 'records_officer', 'administrator'
    )
  ),
  primary key (staff_id, role)
);
comment on table staff_roles is 'What a member of staff may do. What each role opens is in app/domain/access/doors.ts.';

create table staff_disciplines (
  staff_id uuid not null references staff (id) on delete cascade,
  discipline text not null check (
    discipline in ('adult_social_care', 'nursing', 'therapy', 'mental_health', 'safeguarding', 'housing', 'pharmacy')
  ),
  primary key (staff_id, discipline)
);
comment on table staff_disciplines is 'The professions of a practitioner, for handing a call to the right one.';

create table staff_teams (
  staff_id uuid not null,
  team_id uuid not null,
  partner_id uuid not null,
  primary key (staff_id, team_id),
  foreign key (staff_id, partner_id) references staff (id, partner_id) on delete cascade,
  foreign key (team_id, partner_id) references teams (id, partner_id) on delete cascade
);
comment on table staff_teams is 'Which teams a member of staff works in: only teams of their own organisation.';
create index staff_teams_staff_idx on staff_teams (staff_id, partner_id);
create index staff_teams_team_idx on staff_teams (team_id, partner_id);

create table staff_credentials (
  staff_id uuid primary key references staff (id) on delete cascade,
  password_hash text,
  password_set_at timestamptz,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0
);
comment on table staff_credentials is 'What proves who someone is. Seen only while signing in and by the person themselves.';
comment on column staff_credentials.totp_secret is 'Sealed with the key of the site (AES-256-GCM), so that a copy of the database alone makes no codes.';
comment on column staff_credentials.totp_last_step is 'The 30-second step of the last code used: a code that was seen over a shoulder does not work again.';

create table recovery_codes (
  staff_id uuid not null references staff (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (staff_id, code_hash)
);
comment on table recovery_codes is 'One-time codes for someone who has lost their telephone, as SHA-256 of 80 random bits.';

create table sessions (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  staff_id uuid not null references staff (id) on delete cascade,
  stage text not null check (stage in ('code', 'set_up_code', 'full')),
  device text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  ended_at timestamptz,
  end_reason text check (end_reason in ('signed_out', 'idle', 'too_long', 'revoked', 'disabled', 'replaced', 'password_changed')),
  check ((ended_at is null) = (end_reason is null))
);
comment on table sessions is 'Someone signed in on one device. The cookie holds a random token; here stands only its SHA-256.';
comment on column sessions.stage is 'code: the password was right and a code is awaited; set_up_code: no app is set up yet; full: signed in.';
create index sessions_staff_idx on sessions (staff_id, ended_at);

create table sign_in_failures (
  key_hash bytea primary key,
  failures integer not null,
  since timestamptz not null,
  locked_until timestamptz
);
comment on table sign_in_failures is 'Failed tries per account name, as a keyed hash: the same for names that exist and names that do not.';

create table staff_links (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique,
  kind text not null check (kind in ('invitation', 'reset')),
  staff_id uuid not null references staff (id) on delete cascade,
  created_by uuid references staff (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table staff_links is 'A link sent by e-mail that lets someone choose a password once: an invitation or a reset.';
create index staff_links_staff_idx on staff_links (staff_id, kind);
create index staff_links_created_by_idx on staff_links (created_by);

create table held_forms (
  token_hash bytea primary key,
  staff_id uuid references staff (id) on delete cascade,
  path text not null,
  fields jsonb not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
comment on table held_forms is 'What someone had typed when their session ended: given back, once, after they sign in again.';
create index held_forms_staff_idx on held_forms (staff_id);
create index held_forms_expires_idx on held_forms (expires_at);

create table submissions (
  id uuid primary key,
  staff_id uuid not null references staff (id) on delete cascade,
  door text not null,
  outcome jsonb,
  created_at timestamptz not null default now()
);
comment on table submissions is 'A form that was sent, by the number it was given when shown: sent twice, it counts once and answers the same.';
create index submissions_staff_idx on submissions (staff_id);
create index submissions_created_idx on submissions (created_at);

create table messages (
  id uuid primary key default gen_random_uuid(),
  partner_id uuid references partners (id) on delete restrict,
  channel text not null check (channel in ('email', 'text', 'letter')),
  recipient text not null check (recipient <> ''),
  subject text,
  body text not null,
  created_at timestamptz not null default now(),
  next_try_at timestamptz default now(),
  attempts integer not null default 0,
  sent_at timestamptz,
  problem text,
  check (channel <> 'email' or subject is not null)
);
comment on table messages is 'Mail and text messages to be sent, written with the change that causes them. The post room sends them.';
comment on column messages.next_try_at is 'Null once sent or given up.';
create index messages_waiting_idx on messages (next_try_at) where next_try_at is not null;
create index messages_partner_idx on messages (partner_id);
create index messages_created_idx on messages (created_at desc, id);

-- Who may see which rows -------------------------------------------------------------------------------------------------

create function viewer_partnership() returns uuid
  stable parallel safe language sql
begin atomic
  select partnership_id from partners where id = viewer_partner();
end;
comment on function viewer_partnership is 'The partnership in which the viewer works, or null.';

-- Signing in happens before anyone is known; administration reaches the viewer's own organisation, and for the host the area.
create function administers(partner uuid) returns boolean
  stable parallel safe language sql
begin atomic
  select
    viewer_purpose() = 'administration'
    and (
      partner = viewer_partner()
      or exists (
        select from partners theirs join partners ours on ours.partnership_id = theirs.partnership_id
        where theirs.id = partner and ours.id = viewer_partner() and ours.is_host
      )
    );
end;
comment on function administers is 'Whether this transaction may change the accounts of that partner.';

alter table staff enable row level security, force row level security;
create policy staff_partnership on staff for select
  using (partnership_id = (select viewer_partnership()) or (select viewer_purpose()) in ('sign-in', 'post-room'));
create policy staff_self on staff for update
  using (id = (select viewer_id()) and (select viewer_purpose()) = 'own-account');
create policy staff_administration on staff for all
  using (administers(partner_id))
  with check (administers(partner_id));

do $$
declare
  belonging text;
begin
  -- What hangs on a member of staff and is no secret: seen in the area, changed by whoever administers them.
  foreach belonging in array array['staff_roles', 'staff_disciplines', 'staff_teams'] loop
    execute format('alter table %I enable row level security, force row level security', belonging);
    execute format('create policy %I on %I for select using (exists (select from staff where id = staff_id))',
      belonging || '_partnership', belonging);
    execute format(
      'create policy %I on %I for all using (exists (select from staff where id = staff_id and administers(partner_id)))',
      belonging || '_administration', belonging);
  end loop;

  -- What proves who they are: seen while signing in, and by themselves.
  foreach belonging in array array['staff_credentials', 'recovery_codes'] loop
    execute format('alter table %I enable row level security, force row level security', belonging);
    execute format('create policy %I on %I for all using ((select viewer_purpose()) = ''sign-in'')',
      belonging || '_sign_in', belonging);
    execute format(
      'create policy %I on %I for all using (staff_id = (select viewer_id()) and (select viewer_purpose()) = ''own-account'')',
      belonging || '_own', belonging);
  end loop;

  -- Sessions and links: the same, and an administrator may end them.
  foreach belonging in array array['sessions', 'staff_links'] loop
    execute format('alter table %I enable row level security, force row level security', belonging);
    execute format('create policy %I on %I for all using ((select viewer_purpose()) = ''sign-in'')',
      belonging || '_sign_in', belonging);
    execute format(
      'create policy %I on %I for all using (staff_id = (select viewer_id()) and (select viewer_purpose()) = ''own-account'')',
      belonging || '_own', belonging);
    execute format(
      'create policy %I on %I for all using (exists (select from staff where id = staff_id and administers(partner_id)))',
      belonging || '_administration', belonging);
  end loop;
end
$$;

alter table sign_in_failures enable row level security, force row level security;
create policy sign_in_failures_sign_in on sign_in_failures for all using ((select viewer_purpose()) = 'sign-in');

alter table held_forms enable row level security, force row level security;
create policy held_forms_sign_in on held_forms for all using ((select viewer_purpose()) = 'sign-in');
create policy held_forms_own on held_forms for all using (staff_id = (select viewer_id()));

alter table submissions enable row level security, force row level security;
create policy submissions_own on submissions for all using (staff_id = (select viewer_id()));
create policy submissions_clearing on submissions for delete using ((select viewer_purpose()) = 'housekeeping');

alter table messages enable row level security, force row level security;
create policy messages_writing on messages for insert
  with check ((select viewer_purpose()) = 'sign-in' or partner_id = (select viewer_partner()));
create policy messages_post_room on messages for all using ((select viewer_purpose()) = 'post-room');

grant select on partnerships to fingerpost_web;
grant select, insert, update on partners, teams, staff to fingerpost_web;
grant select, insert, update on staff_credentials, sessions, staff_links, messages to fingerpost_web;
grant select, insert, update, delete
  on staff_roles, staff_disciplines, staff_teams, recovery_codes, sign_in_failures, held_forms, submissions
  to fingerpost_web;

-- The public part. It holds nothing about anyone, so it has grants and no policies.
grant select on all tables in schema public to fingerpost_web;
revoke all on migrations from fingerpost_web;
grant insert, update, delete on search_outbox, search_words to fingerpost_web;
grant insert, update on listings, postcodes to fingerpost_web;
grant insert on search_log, search_opens, listing_reports to fingerpost_web;
grant usage on all sequences in schema public to fingerpost_web;
