-- Second-level triage: what the desk hands on, to whom, by when; and safeguarding concerns.

create table queues (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  partner_id uuid not null,
  discipline text not null check (
    discipline in ('adult_social_care', 'nursing', 'therapy', 'mental_health', 'safeguarding', 'housing', 'pharmacy')
  ),
  hours jsonb not null check (jsonb_typeof(hours) = 'object'),
  out_of_hours jsonb not null check (jsonb_typeof(out_of_hours) = 'object'),
  lead_id uuid,
  version integer not null default 1,
  foreign key (partner_id, partnership_id) references partners (id, partnership_id) on delete restrict,
  foreign key (lead_id, partner_id) references staff (id, partner_id) on delete restrict,
  unique (partnership_id, discipline),
  unique (id, partner_id)
);
comment on table queues is 'Where a discipline takes up what is handed to it: by which organisation, in which hours, and what holds outside them.';
comment on column queues.hours is 'Opening hours for each weekday and for bank holidays; read by app/domain/second-level/opening-hours.';
comment on column queues.lead_id is 'Who is named for it: safeguarding concerns go to them.';
create index queues_partner_idx on queues (partner_id, partnership_id);
create index queues_lead_idx on queues (lead_id, partner_id);

create table handoffs (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null,
  from_partner_id uuid not null,
  queue_id uuid not null,
  partner_id uuid not null,
  person_id uuid references people (id) on delete restrict,
  priority text not null check (priority in ('emergency', 'hours_2', 'hours_4', 'hours_24', 'hours_72')),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  is_restricted boolean not null default false,
  created_by uuid not null references staff (id) on delete restrict,
  created_at timestamptz not null default now(),
  due_at timestamptz not null,
  status text not null default 'waiting' check (status in ('waiting', 'claimed', 'closed')),
  claimed_by uuid references staff (id) on delete restrict,
  claimed_at timestamptz,
  active_at timestamptz,
  first_claimed_at timestamptz,
  outcome text,
  arranged text check (length(btrim(arranged)) between 1 and 4000),
  closed_by uuid references staff (id) on delete restrict,
  closed_at timestamptz,
  caller_told_at timestamptz,
  version integer not null default 1,
  foreign key (call_id, from_partner_id) references calls (id, partner_id) on delete cascade,
  foreign key (queue_id, partner_id) references queues (id, partner_id) on delete restrict,
  check ((status = 'claimed') = (claimed_by is not null)),
  check ((claimed_by is null) = (claimed_at is null)),
  check ((claimed_by is null) = (active_at is null)),
  check ((status = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (outcome is null)),
  check ((closed_at is null) = (closed_by is null)),
  check (due_at >= created_at)
);
comment on table handoffs is 'A call passed to second level: an item of one queue, with a priority and a response clock.';
comment on column handoffs.due_at is 'When it must have been taken up, by the opening hours of the queue.';
comment on column handoffs.active_at is 'When whoever has claimed it last did something: a claim lapses after ten idle minutes.';
create index handoffs_call_idx on handoffs (call_id, from_partner_id);
create index handoffs_queue_idx on handoffs (queue_id, partner_id);
create index handoffs_open_idx on handoffs (partner_id, due_at) where status <> 'closed';
create index handoffs_claimed_idx on handoffs (claimed_by, active_at);
create index handoffs_from_idx on handoffs (from_partner_id, created_at desc);
create index handoffs_person_idx on handoffs (person_id);
create index handoffs_created_by_idx on handoffs (created_by);
create index handoffs_closed_by_idx on handoffs (closed_by);

create table safeguarding_concerns (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null,
  from_partner_id uuid not null,
  partner_id uuid not null references partners (id) on delete restrict,
  person_id uuid references people (id) on delete restrict,
  has_care_needs text not null check (has_care_needs in ('yes', 'no', 'not_known')),
  is_at_risk text not null check (is_at_risk in ('yes', 'no', 'not_known')),
  cannot_protect text not null check (cannot_protect in ('yes', 'no', 'not_known')),
  concern text not null check (length(btrim(concern)) between 1 and 4000),
  wishes text check (length(btrim(wishes)) between 1 and 2000),
  lead_id uuid references staff (id) on delete restrict,
  raised_by uuid not null references staff (id) on delete restrict,
  raised_at timestamptz not null default now(),
  due_at timestamptz not null,
  decision text check (decision in ('enquiry', 'passed_to_partner', 'other_action', 'no_action')),
  decision_note text check (length(btrim(decision_note)) between 1 and 4000),
  decided_by uuid references staff (id) on delete restrict,
  decided_at timestamptz,
  version integer not null default 1,
  foreign key (call_id, from_partner_id) references calls (id, partner_id) on delete cascade,
  unique (call_id),
  check ((decided_at is null) = (decision is null)),
  check ((decided_at is null) = (decided_by is null)),
  check ((decided_at is null) = (decision_note is null))
);
comment on table safeguarding_concerns is 'A worry that someone is abused or neglected, for the named lead, the same working day (Care Act 2014, section 42: three-part test).';
create index safeguarding_concerns_call_idx on safeguarding_concerns (call_id, from_partner_id);
create index safeguarding_concerns_open_idx on safeguarding_concerns (partner_id, due_at) where decided_at is null;
create index safeguarding_concerns_person_idx on safeguarding_concerns (person_id);
create index safeguarding_concerns_lead_idx on safeguarding_concerns (lead_id);
create index safeguarding_concerns_raised_by_idx on safeguarding_concerns (raised_by);
create index safeguarding_concerns_decided_by_idx on safeguarding_concerns (decided_by);

create table desk_settings (
  partnership_id uuid primary key references partnerships (id) on delete cascade,
  settings jsonb not null check (jsonb_typeof(settings) = 'object'),
  version integer not null default 1
);
comment on table desk_settings is 'What a partnership has settled for its desk. Read by app/domain/calls/desk-settings; what is not there has a default.';

-- What a disposition requires beside itself, looked for once everything of the call is written.
create function disposition_is_whole() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  is_whole boolean;
begin
  -- A correction may have taken it out again.
  if not exists (select from call_dispositions where call_id = new.call_id and kind = new.kind) then
    return null;
  end if;
  is_whole := case new.kind
    when 'signposted' then exists (select from call_services where call_id = new.call_id)
    when 'call_back_promised' then exists (select from call_backs where call_id = new.call_id)
    when 'handed_on' then exists (select from handoffs where call_id = new.call_id)
    when 'link_worker_referral' then exists (select from referrals where call_id = new.call_id)
    when 'safeguarding' then exists (select from safeguarding_concerns where call_id = new.call_id)
    when 'nothing_suitable' then exists (select from gaps where call_id = new.call_id)
    else true
  end;
  if not is_whole then
    raise exception 'A call that ended with % lacks what that requires.', new.kind using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger call_dispositions_whole after insert on call_dispositions
  deferrable initially deferred
  for each row when (new.kind in ('signposted', 'call_back_promised', 'handed_on', 'link_worker_referral', 'safeguarding', 'nothing_suitable'))
  execute function disposition_is_whole();

-- Who sees what ----------------------------------------------------------------------------------------------------------

do $$
declare
  place text;
begin
  foreach place in array array['queues', 'handoffs', 'safeguarding_concerns', 'desk_settings'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;
end
$$;

create policy queues_partnership on queues for select to fingerpost_web
  using (partnership_id = (select viewer_partnership()) or (select viewer_purpose()) = 'post-room');
create policy queues_changing on queues for update to fingerpost_web
  using (partner_id = (select viewer_partner()) and (select viewer_purpose()) = 'desk');
create policy desk_settings_partnership on desk_settings for select to fingerpost_web
  using (partnership_id = (select viewer_partnership()));
create policy desk_settings_changing on desk_settings for all to fingerpost_web
  using (partnership_id = (select viewer_partnership()) and (select viewer_purpose()) = 'desk');

create policy handoffs_writing on handoffs for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'desk'
    and from_partner_id = (select viewer_partner())
    and created_by = (select viewer_id())
    -- Only within the partnership.
    and exists (select from queues where queues.id = queue_id and queues.partnership_id = (select viewer_partnership()))
  );
create policy handoffs_seen on handoffs for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and (partner_id = (select viewer_partner()) or from_partner_id = (select viewer_partner()))
    and (not is_restricted or created_by = (select viewer_id()) or (select viewer_safeguards()))
  );
create policy handoffs_working on handoffs for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and (not is_restricted or (select viewer_safeguards()))
  );

create policy safeguarding_writing on safeguarding_concerns for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'desk' and from_partner_id = (select viewer_partner()) and raised_by = (select viewer_id())
  );
create policy safeguarding_seen on safeguarding_concerns for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and (
      (raised_by = (select viewer_id()) and from_partner_id = (select viewer_partner()))
      or (partner_id = (select viewer_partner()) and ((select viewer_safeguards()) or lead_id = (select viewer_id())))
    )
  );
create policy safeguarding_deciding on safeguarding_concerns for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and ((select viewer_safeguards()) or lead_id = (select viewer_id()))
  );

-- A call that was handed to another organisation is read there.
create policy calls_handed on calls for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and (not is_restricted or (select viewer_safeguards()))
    and exists (select from handoffs where handoffs.call_id = calls.id and handoffs.partner_id = (select viewer_partner()))
  );

grant select, update on queues to fingerpost_web;
grant select, insert, update on desk_settings, handoffs, safeguarding_concerns to fingerpost_web;
