-- The single point of access: calls while they are being taken, and calls as they ended.
--
-- While someone is on the line, what is typed stands field by field in `call_draft_fields`, each with its version, so that
-- two people in one call never write over each other unseen. Closing makes one row of `calls` with the same id out of it,
-- in one statement, and clears the draft away: sent twice, it is still one call.
--
-- Every table here names the partner who answers for it. Another organisation sees a call only when it was handed to it
-- (0031), or under an opening of the record of the person whom it is about.

create function new_call_reference() returns text
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  -- The letters of a person's reference: none that are misheard or misread.
  letters constant text := '34679CDFGHJKMNPQRTWXY';
  made text;
begin
  loop
    select string_agg(substr(letters, 1 + floor(random() * length(letters))::integer, 1), '') into made
    from generate_series(1, 7);
    made := 'C-' || left(made, 3) || '-' || right(made, 4);
    if
      made ~ '[0-9]'
      and not exists (select from call_drafts where reference = made)
      and not exists (select from calls where reference = made)
    then
      return made;
    end if;
  end loop;
end
$$;

-- How calls end --------------------------------------------------------------------------------------------------------

create function call_is_eligible(kinds text[]) returns boolean
  immutable parallel safe language sql
  return
    kinds && array['handed_on', 'link_worker_referral', 'passed_to_gp', 'emergency_services', 'safeguarding', 'nothing_suitable', 'caller_ended']
    or not kinds && array['call_back_promised', 'wrong_number', 'test_call'];
comment on function call_is_eligible is
  'Whether a call that ended so counts for first-contact resolution: agreed call-backs, wrong numbers and test calls do not, unless somebody else had to act.';

create function call_is_resolved(kinds text[]) returns boolean
  immutable parallel safe language sql
  return cardinality(kinds) > 0 and kinds <@ array['information_given', 'self_care', 'signposted', 'reconnected'];
comment on function call_is_resolved is
  'Whether a call that ended so was resolved at first contact: every way in which it ended left nothing for anybody else to do.';

-- Taking a call --------------------------------------------------------------------------------------------------------

create table call_drafts (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique,
  partnership_id uuid not null,
  partner_id uuid not null,
  channel text not null check (
    channel in ('phone', 'professional_line', 'walk_in', 'email', 'web_form', 'video', 'hospital_discharge', 'trusted_assessor')
  ),
  opened_by uuid not null references staff (id) on delete restrict,
  opened_at timestamptz not null default now(),
  person_id uuid references people (id) on delete restrict,
  held_since timestamptz,
  held_seconds integer not null default 0 check (held_seconds >= 0),
  talk_ended_at timestamptz,
  changed_at timestamptz not null default now(),
  foreign key (partner_id, partnership_id) references partners (id, partnership_id) on delete restrict,
  unique (id, partner_id)
);
comment on table call_drafts is 'A call that is being taken. What is typed stands in call_draft_fields; closing it makes a row of calls with the same id.';
comment on column call_drafts.talk_ended_at is 'When the caller hung up; from then on it is after-call work.';
create index call_drafts_partner_idx on call_drafts (partner_id, partnership_id, changed_at desc);
create index call_drafts_opened_by_idx on call_drafts (opened_by, changed_at desc);
create index call_drafts_person_idx on call_drafts (person_id);

create table call_draft_fields (
  draft_id uuid not null,
  partner_id uuid not null,
  name text not null check (name ~ '^[a-z][A-Za-z0-9.-]{0,79}$'),
  value text not null check (length(value) <= 20000),
  version integer not null default 1,
  changed_by uuid not null references staff (id) on delete restrict,
  changed_from uuid not null,
  changed_at timestamptz not null default now(),
  primary key (draft_id, name),
  foreign key (draft_id, partner_id) references call_drafts (id, partner_id) on delete cascade
);
comment on table call_draft_fields is 'One field of a call that is being taken, as it was last typed, by whom, and how often it was changed.';
comment on column call_draft_fields.changed_from is 'The open page it was typed in. What that very page sends next follows on, even when it never heard that this was kept.';
create index call_draft_fields_draft_idx on call_draft_fields (draft_id, partner_id);
create index call_draft_fields_changed_by_idx on call_draft_fields (changed_by);

create table call_presence (
  draft_id uuid not null,
  partner_id uuid not null,
  staff_id uuid not null references staff (id) on delete cascade,
  field text,
  seen_at timestamptz not null default now(),
  primary key (draft_id, staff_id),
  foreign key (draft_id, partner_id) references call_drafts (id, partner_id) on delete cascade
);
comment on table call_presence is 'Who has a call open just now, and in which field they are.';
create index call_presence_draft_idx on call_presence (draft_id, partner_id);
create index call_presence_staff_idx on call_presence (staff_id);

-- Calls ------------------------------------------------------------------------------------------------------------------

create table calls (
  id uuid primary key,
  reference text not null unique,
  partnership_id uuid not null,
  partner_id uuid not null,
  channel text not null check (
    channel in ('phone', 'professional_line', 'walk_in', 'email', 'web_form', 'video', 'hospital_discharge', 'trusted_assessor')
  ),
  handler_id uuid not null references staff (id) on delete restrict,
  started_at timestamptz not null,
  closed_at timestamptz not null default now(),
  talk_seconds integer not null check (talk_seconds >= 0),
  held_seconds integer not null default 0 check (held_seconds >= 0),
  after_seconds integer not null default 0 check (after_seconds >= 0),

  danger text not null check (danger in ('no', 'yes', 'not_sure')),
  danger_note text check (length(danger_note) between 1 and 2000),
  stayed_on_line boolean,

  caller_kind text not null check (
    caller_kind in (
      'person', 'carer', 'relative', 'friend', 'gp', 'nurse', 'hospital', 'care_home', 'police', 'ambulance', 'fire',
      'housing', 'school', 'social_care', 'voluntary', 'other', 'not_said'
    )
  ),
  caller_name text check (length(btrim(caller_name)) between 1 and 200),
  caller_phone text check (caller_phone ~ '^\+[0-9]{5,15}$'),
  caller_relation text check (length(btrim(caller_relation)) between 1 and 100),
  caller_organisation text check (length(btrim(caller_organisation)) between 1 and 200),

  person_known text not null check (person_known in ('identified', 'anonymous', 'nobody')),
  person_id uuid references people (id) on delete restrict,

  story text not null default '' check (length(story) <= 20000),
  domain text not null check (
    domain in ('adult_social_care', 'health', 'mental_health', 'carers', 'safeguarding', 'hospital_discharge', 'community', 'none')
  ),
  needs text[] not null default '{}',
  going_well text check (length(going_well) between 1 and 4000),
  people_around text check (length(people_around) between 1 and 4000),
  tried_before text check (length(tried_before) between 1 and 4000),
  outcode text check (outcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$'),
  ward_gss text check (ward_gss ~ '^[A-Z][0-9]{8}$'),

  dispositions text[] not null check (cardinality(dispositions) between 1 and 12),
  is_eligible boolean not null generated always as (call_is_eligible(dispositions)) stored,
  is_resolved boolean not null generated always as (call_is_resolved(dispositions)) stored,
  closing_text text check (length(closing_text) between 1 and 4000),
  sent_by text check (sent_by in ('text', 'email', 'letter')),
  extra jsonb not null default '{}' check (jsonb_typeof(extra) = 'object'),
  is_restricted boolean not null default false,
  version integer not null default 1,

  foreign key (partner_id, partnership_id) references partners (id, partnership_id) on delete restrict,
  unique (id, partner_id),
  check ((person_known = 'identified') = (person_id is not null)),
  check (danger = 'no' or danger_note is not null),
  check (closed_at >= started_at)
);
comment on table calls is 'One inbound contact at the single point of access, by whatever channel, as it ended.';
comment on column calls.needs is 'Keys of the one list of needs, the main one first. call_needs holds them to that list.';
comment on column calls.is_eligible is 'Whether it counts for first-contact resolution. Worked out from how it ended, never typed.';
comment on column calls.is_resolved is 'Whether it was resolved at first contact. Worked out from how it ended, never typed.';
comment on column calls.extra is 'What forms of one channel or a guide add, by the name of the form.';
comment on column calls.is_restricted is 'A safeguarding concern was raised: only whoever took the call and those who safeguard may read it.';
create index calls_partner_idx on calls (partner_id, partnership_id, started_at desc);
create index calls_handler_idx on calls (handler_id, started_at desc);
create index calls_person_idx on calls (person_id, started_at desc);

create table call_needs (
  call_id uuid not null,
  partner_id uuid not null,
  need_key text not null references needs (key) on delete restrict,
  position smallint not null check (position >= 1),
  primary key (call_id, need_key),
  foreign key (call_id, partner_id) references calls (id, partner_id) on delete cascade
);
comment on table call_needs is 'What a call was about: keys of the one list of needs, the main one in place 1.';
create index call_needs_call_idx on call_needs (call_id, partner_id);
create index call_needs_need_idx on call_needs (need_key);

create table call_dispositions (
  call_id uuid not null,
  partner_id uuid not null,
  kind text not null check (
    kind in (
      'information_given', 'self_care', 'signposted', 'reconnected', 'call_back_promised', 'handed_on',
      'link_worker_referral', 'passed_to_gp', 'emergency_services', 'safeguarding', 'nothing_suitable', 'caller_ended',
      'wrong_number', 'test_call'
    )
  ),
  note text check (length(btrim(note)) between 1 and 2000),
  practice text check (length(btrim(practice)) between 1 and 200),
  emergency_service text check (emergency_service in ('ambulance', 'police', 'fire', 'coastguard', 'mental_health_crisis')),
  helped_to text check (length(btrim(helped_to)) between 1 and 200),
  primary key (call_id, kind),
  foreign key (call_id, partner_id) references calls (id, partner_id) on delete cascade,
  check (kind not in ('information_given', 'self_care', 'reconnected', 'caller_ended') or note is not null),
  check (kind <> 'passed_to_gp' or practice is not null),
  check (kind <> 'emergency_services' or emergency_service is not null),
  check (kind <> 'wrong_number' or helped_to is not null)
);
comment on table call_dispositions is 'One way in which a call ended, with what that way requires. What needs rows of its own is looked for when all is written.';
create index call_dispositions_call_idx on call_dispositions (call_id, partner_id);

create table call_services (
  call_id uuid not null,
  partner_id uuid not null,
  service_id uuid not null references services (id) on delete restrict,
  position smallint not null check (position >= 1),
  primary key (call_id, service_id),
  foreign key (call_id, partner_id) references calls (id, partner_id) on delete cascade
);
comment on table call_services is 'A service that was given to the caller, in the order in which they were given.';
create index call_services_call_idx on call_services (call_id, partner_id);
create index call_services_service_idx on call_services (service_id);

create table gaps (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references partnerships (id) on delete restrict,
  call_id uuid,
  partner_id uuid,
  need_key text not null references needs (key) on delete restrict,
  outcode text check (outcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$'),
  ward_gss text check (ward_gss ~ '^[A-Z][0-9]{8}$'),
  reason text not null check (
    reason in ('none_exists', 'full', 'too_far', 'cost', 'access', 'not_eligible', 'hours', 'language', 'declined')
  ),
  service_id uuid references services (id) on delete set null,
  source text not null check (source in ('call', 'search', 'onward_referral')),
  recorded_at timestamptz not null default now(),
  foreign key (call_id, partner_id) references calls (id, partner_id) on delete cascade,
  check ((source = 'call') = (call_id is not null)),
  check ((call_id is null) = (partner_id is null))
);
comment on table gaps is 'A need that could not be met, and why. It names nobody: a need, a place, a reason.';
create index gaps_call_idx on gaps (call_id, partner_id);
create index gaps_partnership_idx on gaps (partnership_id, recorded_at desc);
create index gaps_need_idx on gaps (need_key);
create index gaps_service_idx on gaps (service_id);

create table call_backs (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null unique,
  partner_id uuid not null,
  person_id uuid references people (id) on delete restrict,
  due_at timestamptz not null,
  staff_id uuid references staff (id) on delete restrict,
  phone text check (phone ~ '^\+[0-9]{5,15}$'),
  about text not null check (length(btrim(about)) between 1 and 1000),
  created_at timestamptz not null default now(),
  done_at timestamptz,
  done_by uuid references staff (id) on delete restrict,
  outcome text check (outcome in ('reached', 'not_reached', 'no_longer_wanted')),
  version integer not null default 1,
  foreign key (call_id, partner_id) references calls (id, partner_id) on delete cascade,
  check ((done_at is null) = (outcome is null)),
  check ((done_at is null) = (done_by is null))
);
comment on table call_backs is 'A promise to ring somebody back: when, about what, and by whom (nobody in particular: the whole desk).';
create index call_backs_call_idx on call_backs (call_id, partner_id);
create index call_backs_due_idx on call_backs (partner_id, due_at) where done_at is null;
create index call_backs_staff_idx on call_backs (staff_id, due_at);
create index call_backs_person_idx on call_backs (person_id);
create index call_backs_done_by_idx on call_backs (done_by);

create table call_back_attempts (
  id uuid primary key default gen_random_uuid(),
  call_back_id uuid not null references call_backs (id) on delete cascade,
  partner_id uuid not null references partners (id) on delete restrict,
  staff_id uuid not null references staff (id) on delete restrict,
  tried_at timestamptz not null default now(),
  result text not null check (result in ('reached', 'no_answer', 'engaged', 'left_message', 'wrong_number')),
  note text check (length(btrim(note)) between 1 and 1000)
);
comment on table call_back_attempts is 'One attempt to ring somebody back.';
create index call_back_attempts_call_back_idx on call_back_attempts (call_back_id, tried_at);
create index call_back_attempts_partner_idx on call_back_attempts (partner_id);
create index call_back_attempts_staff_idx on call_back_attempts (staff_id);

create table referrals (
  id uuid primary key default gen_random_uuid(),
  reference text not null unique default replace(new_call_reference(), 'C-', 'R-'),
  partnership_id uuid not null references partnerships (id) on delete restrict,
  from_partner_id uuid not null references partners (id) on delete restrict,
  to_partner_id uuid not null references partners (id) on delete restrict,
  person_id uuid not null references people (id) on delete restrict,
  source text not null check (source in ('call')),
  call_id uuid references calls (id) on delete restrict,
  reason text not null check (length(btrim(reason)) between 1 and 4000),
  needs text[] not null default '{}',
  consent_by text not null check (consent_by in ('person', 'carer', 'parent', 'attorney', 'deputy', 'other')),
  consent_how text not null check (consent_how in ('spoken', 'written', 'form', 'other')),
  made_by uuid not null references staff (id) on delete restrict,
  made_at timestamptz not null default now(),
  status text not null default 'received' check (status in ('received')),
  check ((source = 'call') = (call_id is not null))
);
comment on table referrals is 'A request for a link worker''s help, with the consent under which it was made.';
create index referrals_partnership_idx on referrals (partnership_id);
create index referrals_from_idx on referrals (from_partner_id);
create index referrals_to_idx on referrals (to_partner_id, made_at desc);
create index referrals_person_idx on referrals (person_id);
create index referrals_call_idx on referrals (call_id);
create index referrals_made_by_idx on referrals (made_by);

create table call_versions (
  call_id uuid not null,
  partner_id uuid not null,
  version integer not null check (version >= 1),
  was jsonb not null check (jsonb_typeof(was) = 'object'),
  reason text not null check (length(btrim(reason)) between 1 and 1000),
  changed_by uuid not null references staff (id) on delete restrict,
  changed_at timestamptz not null default now(),
  primary key (call_id, version),
  foreign key (call_id, partner_id) references calls (id, partner_id) on delete cascade
);
comment on table call_versions is 'How a call read before it was corrected: that version, who changed it then, and why.';
create index call_versions_call_idx on call_versions (call_id, partner_id);
create index call_versions_changed_by_idx on call_versions (changed_by);

-- Who sees what ----------------------------------------------------------------------------------------------------------

create function viewer_safeguards() returns boolean
  stable language sql
begin atomic
  select exists (select from staff_disciplines where staff_id = viewer_id() and discipline = 'safeguarding');
end;
comment on function viewer_safeguards is 'Whether the viewer is one of those who safeguard, and so may read restricted calls.';

do $$
declare
  own constant text[] := array[
    'call_drafts', 'call_draft_fields', 'call_presence', 'call_backs', 'call_back_attempts'
  ];
  of_call constant text[] := array['call_needs', 'call_dispositions', 'call_services', 'call_versions'];
  others constant text[] := array['calls', 'gaps', 'referrals'];
  place text;
begin
  foreach place in array own || of_call || others loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;
  -- Work in hand: the desk of one organisation.
  foreach place in array own loop
    execute format(
      'create policy %I on %I for all to fingerpost_web using (partner_id = (select viewer_partner()) and (select viewer_purpose()) = ''desk'')',
      place || '_desk', place);
  end loop;
  -- What belongs to a call: written by its own desk, and read by whoever may read the call.
  foreach place in array of_call loop
    execute format(
      'create policy %I on %I for all to fingerpost_web using (partner_id = (select viewer_partner()) and (select viewer_purpose()) = ''desk'')',
      place || '_desk', place);
    execute format(
      'create policy %I on %I for select to fingerpost_web using ((select viewer_purpose()) in (''desk'', ''record'') and exists (select from calls where calls.id = call_id))',
      place || '_of_call', place);
  end loop;
end
$$;

create policy calls_writing on calls for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and partnership_id = (select viewer_partnership())
    and handler_id = (select viewer_id())
  );
create policy calls_desk on calls for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and (not is_restricted or handler_id = (select viewer_id()) or (select viewer_safeguards()))
  );
create policy calls_changing on calls for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and (not is_restricted or handler_id = (select viewer_id()) or (select viewer_safeguards()))
  );
create policy calls_record on calls for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'record'
    and person_id = any((select viewer_opened_people())::uuid[])
    and (not is_restricted or handler_id = (select viewer_id()) or (select viewer_safeguards()))
  );

create policy gaps_writing on gaps for insert to fingerpost_web
  with check (
    partnership_id = (select viewer_partnership())
    and (source <> 'call' or ((select viewer_purpose()) = 'desk' and partner_id = (select viewer_partner())))
  );
create policy gaps_desk on gaps for all to fingerpost_web
  using ((select viewer_purpose()) = 'desk' and partner_id = (select viewer_partner()));
create policy gaps_figures on gaps for select to fingerpost_web
  using ((select viewer_purpose()) = 'figures' and partnership_id = (select viewer_partnership()));

create policy referrals_writing on referrals for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'desk'
    and from_partner_id = (select viewer_partner())
    and partnership_id = (select viewer_partnership())
    and made_by = (select viewer_id())
  );
create policy referrals_desk on referrals for select to fingerpost_web
  using (
    (select viewer_purpose()) in ('desk', 'caseload')
    and (from_partner_id = (select viewer_partner()) or to_partner_id = (select viewer_partner()))
  );

grant select, insert, update, delete on call_drafts, call_draft_fields, call_presence to fingerpost_web;
grant select, insert, update on calls, call_backs to fingerpost_web;
grant select, insert, delete on call_needs, call_dispositions, call_services, gaps to fingerpost_web;
grant select, insert on call_back_attempts, call_versions, referrals to fingerpost_web;

-- Someone whom a call is about is opened for the work of that very call, which is named by its reference.
create policy people_desk on people for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and exists (select from person_access where person_id = people.id and partner_id = (select viewer_partner()))
  );
create policy person_access_desk on person_access for select to fingerpost_web
  using (partner_id = (select viewer_partner()) and (select viewer_purpose()) = 'desk');

create function recent_contacts(person uuid, since timestamptz)
  returns table (started_at timestamptz, channel text, domain text, needs text[])
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    calls.started_at,
    calls.channel,
    case when calls.is_restricted and not viewer_safeguards() then 'none' else calls.domain end,
    case when calls.is_restricted and not viewer_safeguards() then '{}' else calls.needs end
  from calls
  where
    calls.person_id = any(person_group(person_root(person)))
    and calls.started_at >= since
    and viewer_purpose() = 'desk'
    and exists (select from person_access where person_id = person and partner_id = viewer_partner())
    and (
      calls.partner_id = viewer_partner()
      or exists (
        select from person_access
        where person_access.person_id = calls.person_id and person_access.partner_id = viewer_partner()
      )
    )
  order by calls.started_at desc;
end;
comment on function recent_contacts is
  'When somebody near the viewer was last rung about, at whichever desk: no more than the notice of a repeat caller needs.';
revoke execute on function recent_contacts from public;
grant execute on function recent_contacts to fingerpost_web;
