-- Walking with people: who asks for a link worker, and the spell of support that follows.
--
-- A referral stands with one provider at a time and is read there alone (and by the desk that made it). What the public
-- typed stays in the referral until a worker has said which person it is. Accepted, it opens a case; a case belongs to one
-- provider, and another sees it only while it is shared with them.

create function viewer_walks() returns boolean
  stable parallel safe language sql
begin atomic
  select exists (select from staff_roles where staff_id = viewer_id() and role in ('link_worker', 'team_lead'));
end;
comment on function viewer_walks is 'Whether the viewer is a link worker or leads some.';

-- Who takes referrals ----------------------------------------------------------------------------------------------------

create table referral_providers (
  partner_id uuid primary key,
  partnership_id uuid not null,
  says text not null check (length(btrim(says)) between 1 and 400),
  outcodes text[] not null default '{}',
  practices text[] not null default '{}',
  languages text[] not null default '{}',
  needs text[] not null default '{}',
  capacity integer check (capacity > 0),
  gives_out text not null default 'claim' check (gives_out in ('claim', 'allocate')),
  is_open boolean not null default true,
  version integer not null default 1,
  foreign key (partner_id, partnership_id) references partners (id, partnership_id) on delete cascade
);
comment on table referral_providers is 'A partner whose link workers take referrals: from where, for what, and whether workers claim them or a lead gives them out.';
comment on column referral_providers.outcodes is 'First halves of the postcodes it serves; none: wherever no other provider does.';
comment on column referral_providers.capacity is 'Open cases all its workers can walk with together; null where nobody has said.';
create index referral_providers_partner_idx on referral_providers (partner_id, partnership_id);

-- Referrals --------------------------------------------------------------------------------------------------------------

drop policy referrals_writing on referrals;
drop policy referrals_desk on referrals;
alter table referrals drop constraint referrals_source_check;
alter table referrals drop constraint referrals_status_check;
alter table referrals drop constraint referrals_check;
-- Passed on, the row stays where it was and one more with the same reference stands with the next provider.
alter table referrals drop constraint referrals_reference_key;
alter table referrals
  alter column from_partner_id drop not null,
  alter column person_id drop not null,
  alter column made_by drop not null,
  alter column consent_by drop not null,
  alter column consent_how drop not null,
  add column team_id uuid,
  add column service_id uuid references services (id) on delete set null,
  add column given_name text check (length(btrim(given_name)) between 1 and 100),
  add column family_name text check (length(btrim(family_name)) between 1 and 100),
  add column birth_date date check (birth_date >= date '1890-01-01'),
  add column estimated_age smallint check (estimated_age between 0 and 120),
  add column phone text check (phone ~ '^\+[0-9]{5,15}$'),
  add column email text check (length(email) between 3 and 254),
  add column address_lines text check (length(btrim(address_lines)) between 1 and 400),
  add column town text check (length(btrim(town)) between 1 and 100),
  add column postcode text check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
  add column outcode text check (outcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$'),
  add column practice text check (length(btrim(practice)) between 1 and 200),
  add column language text check (length(btrim(language)) between 1 and 60),
  add column needs_interpreter boolean not null default false,
  add column communication text check (length(btrim(communication)) between 1 and 1000),
  add column reach_by text check (reach_by in ('phone', 'text', 'email', 'post', 'through_referrer')),
  add column safe_to_call text not null default 'not_asked' check (safe_to_call in ('yes', 'no', 'not_asked')),
  add column safe_to_leave_message text not null default 'not_asked' check (safe_to_leave_message in ('yes', 'no', 'not_asked')),
  add column reach_note text check (length(btrim(reach_note)) between 1 and 400),
  add column referrer_name text check (length(btrim(referrer_name)) between 1 and 200),
  add column referrer_organisation text check (length(btrim(referrer_organisation)) between 1 and 200),
  add column referrer_email text check (length(referrer_email) between 3 and 254),
  add column referrer_checked_at timestamptz,
  add column referrer_phone text check (referrer_phone ~ '^\+[0-9]{5,15}$'),
  add column referrer_relation text check (length(btrim(referrer_relation)) between 1 and 100),
  add column referrer_reference text check (length(btrim(referrer_reference)) between 1 and 100),
  add column may_tell_referrer boolean not null default false,
  add column urgency text not null default 'routine' check (urgency in ('routine', 'soon', 'urgent')),
  add column known_risks text check (length(btrim(known_risks)) between 1 and 2000),
  add column consent text not null default 'given' check (consent in ('given', 'not_yet')),
  add column held_because text check (held_because in ('trap', 'too_fast', 'too_many', 'links')),
  add column held_until timestamptz,
  add column status_at timestamptz not null default now(),
  add column status_by uuid references staff (id) on delete restrict,
  add column decline_reason text check (
    decline_reason in ('out_of_area', 'not_wanted', 'other_help_better', 'already_helped', 'cannot_reach', 'no_space', 'not_a_request')
  ),
  add column alternative text check (length(btrim(alternative)) between 1 and 1000),
  add column passed_from uuid references referrals (id) on delete restrict,
  add column version integer not null default 1,
  add constraint referrals_source_check check (
    source in (
      'self', 'someone_else', 'gp', 'hospital', 'social_care', 'fire', 'police', 'housing', 'pharmacy', 'job_centre',
      'voluntary', 'call', 'listing'
    )
  ),
  add constraint referrals_status_check check (status in ('received', 'more_asked', 'accepted', 'passed_on', 'declined')),
  add constraint referrals_call_check check ((source = 'call') = (call_id is not null)),
  add constraint referrals_made_check check ((made_by is null) = (from_partner_id is null)),
  add constraint referrals_whom_check check (person_id is not null or given_name is not null),
  add constraint referrals_consent_whole_check check (consent <> 'given' or (consent_by is not null and consent_how is not null)),
  add constraint referrals_declined_check check ((status = 'declined') = (decline_reason is not null)),
  add constraint referrals_declined_alternative_check check (
    status <> 'declined' or alternative is not null or decline_reason = 'not_a_request'
  ),
  add constraint referrals_accepted_check check (status <> 'accepted' or person_id is not null),
  add constraint referrals_held_check check (held_because is not null or held_until is null),
  add constraint referrals_team_fkey foreign key (team_id, to_partner_id) references teams (id, partner_id) on delete restrict,
  add constraint referrals_id_to_key unique (id, to_partner_id);
comment on table referrals is
  'A request for a link worker''s help, with the consent under which it was made. From the public it has nobody who made it, and no person until a worker has said who it is.';
comment on column referrals.made_at is 'When it was first asked: the time to first contact counts from here, also after it was passed on.';
comment on column referrals.given_name is 'This and what follows: as it was typed, until and after a person is matched.';
comment on column referrals.may_tell_referrer is 'Whether the person agrees that whoever referred them hears how it goes on.';
comment on column referrals.referrer_checked_at is 'When whoever referred opened the link that was sent to their work address.';
comment on column referrals.held_because is 'Why it looked like no person''s request. It is held back from the inbox, never thrown away.';
comment on column referrals.held_until is 'When somebody looked and let it through.';
create unique index referrals_reference_idx on referrals (reference) where status <> 'passed_on';
create index referrals_team_idx on referrals (team_id, to_partner_id);
create index referrals_service_idx on referrals (service_id);
create index referrals_status_by_idx on referrals (status_by);
create index referrals_passed_from_idx on referrals (passed_from);
create index referrals_waiting_idx on referrals (to_partner_id, made_at) where status in ('received', 'more_asked');

create table referral_events (
  id uuid primary key default gen_random_uuid(),
  referral_id uuid not null,
  partner_id uuid not null,
  kind text not null check (
    kind in ('received', 'let_through', 'matched', 'more_asked', 'note', 'accepted', 'passed_on', 'came_on', 'declined', 'reopened', 'told_referrer', 'referrer_checked')
  ),
  words text check (length(btrim(words)) between 1 and 2000),
  by_id uuid references staff (id) on delete restrict,
  at timestamptz not null default clock_timestamp(),
  foreign key (referral_id, partner_id) references referrals (id, to_partner_id) on delete cascade
);
comment on table referral_events is 'What happened to a referral at one provider, in order. Only ever added to.';
create index referral_events_referral_idx on referral_events (referral_id, partner_id, at);
create index referral_events_by_idx on referral_events (by_id);

create table referral_drafts (
  token_hash bytea primary key,
  id uuid not null default gen_random_uuid() unique,
  kind text not null check (kind in ('public', 'professional')),
  box bytea,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  expires_at timestamptz not null,
  sent_reference text
);
comment on table referral_drafts is
  'A referral that somebody without an account is writing. What is typed is sealed with a key that only their own link holds.';
comment on column referral_drafts.id is 'The id of the referral that it becomes: sent twice, it is one.';
create index referral_drafts_expires_idx on referral_drafts (expires_at);

-- Cases ------------------------------------------------------------------------------------------------------------------

create table cases (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique default replace(new_call_reference(), 'C-', 'W-'),
  partnership_id uuid not null,
  partner_id uuid not null,
  team_id uuid,
  worker_id uuid,
  person_id uuid not null references people (id) on delete restrict,
  referral_id uuid unique,
  source text not null check (
    source in (
      'self', 'someone_else', 'gp', 'hospital', 'social_care', 'fire', 'police', 'housing', 'pharmacy', 'job_centre',
      'voluntary', 'call', 'listing'
    )
  ),
  status text not null default 'referred' check (
    status in ('referred', 'contact_attempted', 'active', 'follow_up', 'paused', 'closed')
  ),
  tier text not null check (tier in ('signposting', 'plan')),
  needs text[] not null default '{}',
  phone text check (phone ~ '^\+[0-9]{5,15}$'),
  reach_note text check (length(btrim(reach_note)) between 1 and 400),
  referred_at timestamptz not null,
  opened_at timestamptz not null default now(),
  first_attempt_at timestamptz,
  first_contact_at timestamptz,
  last_contact_at timestamptz,
  contacts integer not null default 0 check (contacts >= 0),
  attempts integer not null default 0 check (attempts >= 0),
  next_step text check (length(btrim(next_step)) between 1 and 500),
  next_step_on date,
  no_step_reason text check (length(btrim(no_step_reason)) between 1 and 500),
  pause_reason text check (length(btrim(pause_reason)) between 1 and 500),
  paused_until date,
  closed_at timestamptz,
  closed_by uuid references staff (id) on delete restrict,
  close_reason text check (
    close_reason in ('goals_met', 'moved', 'declined', 'no_contact', 'passed_on', 'died', 'not_needed', 'other')
  ),
  outcome text check (length(btrim(outcome)) between 1 and 2000),
  version integer not null default 1,
  foreign key (partner_id, partnership_id) references partners (id, partnership_id) on delete restrict,
  foreign key (team_id, partner_id) references teams (id, partner_id) on delete restrict,
  foreign key (worker_id, partner_id) references staff (id, partner_id) on delete restrict,
  foreign key (referral_id, partner_id) references referrals (id, to_partner_id) on delete restrict,
  unique (id, partner_id),
  -- Never an open case without a next step, or the reason why there is none.
  check (status = 'closed' or (next_step is not null and next_step_on is not null) or no_step_reason is not null),
  check ((next_step is null) = (next_step_on is null)),
  check (next_step is null or no_step_reason is null),
  check ((status = 'paused') = (pause_reason is not null)),
  check (paused_until is null or status = 'paused'),
  check ((status = 'closed') = (closed_at is not null)),
  check ((status = 'closed') = (close_reason is not null)),
  check ((status = 'closed') = (outcome is not null)),
  check (first_contact_at is null or first_attempt_at is not null)
);
comment on table cases is 'One spell of a link worker''s support for one person, at one provider.';
comment on column cases.phone is 'The number agreed for this spell; everything else by which they are reached stands in their record.';
comment on column cases.referred_at is 'When it was first asked: the time to first contact counts from here.';
comment on column cases.contacts is 'How often they were reached; attempts: how often not. Kept from case_contacts.';
create index cases_partner_idx on cases (partner_id, partnership_id, status);
create index cases_team_idx on cases (team_id, partner_id);
create index cases_worker_idx on cases (worker_id, partner_id);
create index cases_due_idx on cases (worker_id, next_step_on) where status <> 'closed';
create index cases_waiting_idx on cases (partner_id, next_step_on) where status <> 'closed';
create index cases_opened_idx on cases (partner_id, opened_at desc);
create index cases_person_idx on cases (person_id);
create index cases_referral_idx on cases (referral_id, partner_id);
create index cases_closed_by_idx on cases (closed_by);

create table case_contacts (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  partner_id uuid not null,
  mode text not null check (
    mode in ('phone', 'video', 'home', 'surgery', 'community_venue', 'text', 'email', 'letter', 'group')
  ),
  was_reached boolean not null,
  minutes smallint check (minutes between 1 and 600),
  who_with text not null default 'person' check (who_with in ('person', 'carer', 'family', 'professional', 'service', 'other')),
  note text check (length(btrim(note)) between 1 and 8000),
  at timestamptz not null default now(),
  staff_id uuid not null references staff (id) on delete restrict,
  recorded_at timestamptz not null default now(),
  next_on date,
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade,
  check (at <= recorded_at + interval '5 minutes')
);
comment on table case_contacts is 'One interaction with the person inside a case, or one attempt at it.';
create index case_contacts_case_idx on case_contacts (case_id, partner_id, at desc);
create index case_contacts_staff_idx on case_contacts (staff_id, at desc);

create table case_events (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  partner_id uuid not null,
  kind text not null check (
    kind in (
      'opened', 'status', 'tier', 'next_step', 'paused', 'resumed', 'transferred', 'closed', 'reopened', 'note', 'shared',
      'unshared', 'measure', 'plan', 'told_referrer'
    )
  ),
  words text check (length(btrim(words)) between 1 and 2000),
  by_id uuid references staff (id) on delete restrict,
  at timestamptz not null default clock_timestamp(),
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade
);
comment on table case_events is
  'What happened in a case besides contacts, in the words of whoever did it. The audit holds no such words and is not for workers to read.';
create index case_events_case_idx on case_events (case_id, partner_id, at desc);
create index case_events_by_idx on case_events (by_id);

create table case_shares (
  case_id uuid not null,
  partner_id uuid not null,
  to_partner_id uuid not null references partners (id) on delete restrict,
  why text not null check (length(btrim(why)) between 1 and 400),
  shared_by uuid not null references staff (id) on delete restrict,
  shared_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (case_id, to_partner_id),
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade,
  check (to_partner_id <> partner_id)
);
comment on table case_shares is 'That another provider may read a case, until it ends: the only way in which one sees another''s.';
create index case_shares_case_idx on case_shares (case_id, partner_id);
create index case_shares_to_idx on case_shares (to_partner_id);
create index case_shares_by_idx on case_shares (shared_by);

create table case_drafts (
  case_id uuid not null,
  partner_id uuid not null,
  staff_id uuid not null references staff (id) on delete cascade,
  fields jsonb not null check (jsonb_typeof(fields) = 'object' and octet_length(fields::text) <= 40000),
  changed_at timestamptz not null default now(),
  primary key (case_id, staff_id),
  foreign key (case_id, partner_id) references cases (id, partner_id) on delete cascade
);
comment on table case_drafts is 'A contact that somebody is writing down and has not saved yet: theirs alone.';
create index case_drafts_case_idx on case_drafts (case_id, partner_id);
create index case_drafts_staff_idx on case_drafts (staff_id);

create function count_contact() returns trigger
  language plpgsql
  as $$
begin
  update cases
  set
    contacts = contacts + case when new.was_reached then 1 else 0 end,
    attempts = attempts + case when new.was_reached then 0 else 1 end,
    first_attempt_at = least(first_attempt_at, new.at),
    first_contact_at = case when new.was_reached then least(first_contact_at, new.at) else first_contact_at end,
    last_contact_at = case when new.was_reached then greatest(last_contact_at, new.at) else last_contact_at end
  where id = new.case_id;
  return null;
end
$$;
create trigger case_contacts_counted after insert on case_contacts for each row execute function count_contact();

-- Whoever agrees to be referred agrees that the provider sees their record: it is written down as any consent is. Only an
-- organisation that may come near the person itself can let another come near.
create function consent_to_referral() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  insert into consents (
    person_id, kind, partner_id, decision, decided_on, decided_by, decided_by_name, how, recorded_by, recorded_partner_id
  )
  select
    new.person_id, given.kind, given.partner_id, 'given', (new.made_at at time zone 'Europe/London')::date, new.consent_by,
    case
      when new.consent_by <> 'person'
        then coalesce(new.referrer_name, new.referrer_relation, 'As said in referral ' || new.reference)
    end,
    new.consent_how, viewer_id(), viewer_partner()
  from (values ('be_referred', null), ('share_with_partner', new.to_partner_id)) as given (kind, partner_id)
  where
    exists (select from person_access where person_id = new.person_id and partner_id = viewer_partner())
    and not exists (select from people where id = new.person_id and people.partner_id = given.partner_id);
  return null;
end
$$;
create trigger referrals_consent_made after insert on referrals
  for each row when (new.person_id is not null and new.consent = 'given') execute function consent_to_referral();
create trigger referrals_consent_later after update of consent, person_id on referrals
  for each row when (
    new.person_id is not null
    and new.consent = 'given'
    and (old.consent <> 'given' or old.person_id is distinct from new.person_id)
  )
  execute function consent_to_referral();

create function passes_on(passed uuid, its_reference text, its_moment timestamptz, its_person uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select exists (
    select
    from referrals
    where
      id = passed
      and to_partner_id = viewer_partner()
      and reference = its_reference
      and made_at = its_moment
      and person_id is not distinct from its_person
  );
end;
comment on function passes_on is 'Whether that is a referral of the viewer''s own provider, passed on as it was.';
revoke execute on function passes_on from public;
grant execute on function passes_on to fingerpost_web;

-- Who sees what ----------------------------------------------------------------------------------------------------------

do $$
declare
  place text;
begin
  foreach place in array array[
    'referral_providers', 'referral_events', 'referral_drafts', 'cases', 'case_contacts', 'case_events', 'case_shares',
    'case_drafts'
  ] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;
end
$$;
create policy referral_providers_seen on referral_providers for select to fingerpost_web
  using (partnership_id = (select viewer_partnership()) or (select viewer_purpose()) = 'refer');
create policy referral_providers_changing on referral_providers for update to fingerpost_web
  using (partner_id = (select viewer_partner()) and (select viewer_purpose()) = 'caseload' and (select viewer_leads()));

-- The desk that made a referral.
create policy referrals_writing on referrals for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'desk'
    and from_partner_id = (select viewer_partner())
    and partnership_id = (select viewer_partnership())
    and made_by = (select viewer_id())
  );
create policy referrals_desk on referrals for select to fingerpost_web
  using ((select viewer_purpose()) = 'desk' and from_partner_id = (select viewer_partner()));

-- Somebody without an account: they write, and read nothing.
create policy referrals_public on referrals for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'refer'
    and made_by is null
    and person_id is null
    and status = 'received'
    and passed_from is null
    and exists (
      select from referral_providers
      where referral_providers.partner_id = to_partner_id and referral_providers.partnership_id = referrals.partnership_id
    )
  );
create policy referral_events_public on referral_events for insert to fingerpost_web
  with check ((select viewer_purpose()) = 'refer' and by_id is null and kind in ('received', 'referrer_checked'));
create policy referral_drafts_public on referral_drafts for all to fingerpost_web
  using ((select viewer_purpose()) = 'refer');
create policy referral_drafts_clearing on referral_drafts for delete to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');
create policy referral_drafts_clearing_seen on referral_drafts for select to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');
create policy messages_of_referral on messages for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'refer'
    and exists (select from referral_providers where referral_providers.partner_id = messages.partner_id)
  );

-- The provider it was made to.
create policy referrals_caseload on referrals for select to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and to_partner_id = (select viewer_partner()) and (select viewer_walks()));
create policy referrals_caseload_change on referrals for update to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and to_partner_id = (select viewer_partner()) and (select viewer_walks()));
create policy referrals_passing_on on referrals for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'caseload'
    and (select viewer_walks())
    and status = 'received'
    and partnership_id = (select viewer_partnership())
    and exists (select from referral_providers where referral_providers.partner_id = to_partner_id)
    and passes_on(passed_from, reference, made_at, person_id)
  );
create policy referral_events_caseload on referral_events for select to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and partner_id = (select viewer_partner()) and (select viewer_walks()));
create policy referral_events_adding on referral_events for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'caseload'
    and (select viewer_walks())
    and by_id = (select viewer_id())
    and (partner_id = (select viewer_partner()) or kind = 'came_on')
  );

-- Cases, and what belongs to them.
create policy cases_own on cases for all to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and partner_id = (select viewer_partner()) and (select viewer_walks()))
  with check (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and partnership_id = (select viewer_partnership())
    and (select viewer_walks())
  );
create policy cases_shared on cases for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and (select viewer_walks())
    and exists (
      select from case_shares
      where case_shares.case_id = cases.id and case_shares.to_partner_id = (select viewer_partner()) and ended_at is null
    )
  );
create policy case_shares_own on case_shares for all to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and partner_id = (select viewer_partner()) and (select viewer_walks()))
  with check (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and (select viewer_walks())
    and exists (
      select from partners
      where partners.id = to_partner_id and partners.partnership_id = (select viewer_partnership())
    )
  );
create policy case_shares_with_us on case_shares for select to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and to_partner_id = (select viewer_partner()) and (select viewer_walks()));

do $$
declare
  place text;
begin
  foreach place in array array['case_contacts', 'case_events'] loop
    execute format(
      'create policy %I on %I for select to fingerpost_web using ((select viewer_purpose()) = ''caseload'' and exists (select from cases where cases.id = case_id))',
      place || '_of_case', place);
  end loop;
end
$$;
create policy case_contacts_adding on case_contacts for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'caseload'
    and (select viewer_walks())
    and partner_id = (select viewer_partner())
    and staff_id = (select viewer_id())
  );
create policy case_events_adding on case_events for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'caseload'
    and (select viewer_walks())
    and partner_id = (select viewer_partner())
    and by_id = (select viewer_id())
  );
create policy case_drafts_own on case_drafts for all to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload' and partner_id = (select viewer_partner()) and staff_id = (select viewer_id())
  );

-- The names of those with whom somebody walks, while the person lets the provider come near.
create policy person_access_caseload on person_access for select to fingerpost_web
  using ((select viewer_purpose()) = 'caseload' and partner_id = (select viewer_partner()));
create policy people_caseload on people for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload'
    and exists (select from person_access where person_id = people.id and partner_id = (select viewer_partner()))
    and (
      exists (select from cases where cases.person_id = people.id)
      or exists (select from referrals where referrals.person_id = people.id)
    )
  );

grant select on referral_providers to fingerpost_web;
grant update (says, outcodes, practices, languages, needs, capacity, gives_out, is_open, version)
  on referral_providers to fingerpost_web;
grant update on referrals to fingerpost_web;
grant select, insert on referral_events, case_contacts, case_events to fingerpost_web;
grant select, insert, update, delete on referral_drafts, case_drafts to fingerpost_web;
grant select, insert, update on cases, case_shares to fingerpost_web;
