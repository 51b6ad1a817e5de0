-- Who was given the one-page summary of somebody, and with whose consent; and reviews of how calls were taken.

create table summary_handovers (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null,
  partner_id uuid not null,
  given_to text not null check (given_to in ('person', 'carer', 'ward', 'care_home', 'ambulance', 'care_provider', 'practice', 'other')),
  consent_by text not null check (consent_by in ('person', 'carer', 'parent', 'attorney', 'deputy', 'other')),
  consent_how text not null check (consent_how in ('spoken', 'written', 'form', 'other')),
  given_by uuid not null references staff (id) on delete restrict,
  given_at timestamptz not null default now(),
  foreign key (call_id, partner_id) references calls (id, partner_id) on delete cascade
);
comment on table summary_handovers is 'The one-page summary of a call was printed and given to somebody, with the consent under which that was done.';
create index summary_handovers_call_idx on summary_handovers (call_id, partner_id);
create index summary_handovers_given_by_idx on summary_handovers (given_by);

create table call_reviews (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null,
  partner_id uuid not null,
  handler_id uuid not null references staff (id) on delete restrict,
  reviewer_id uuid not null references staff (id) on delete restrict,
  chosen text not null check (chosen in ('sample', 'by_hand')),
  greeting smallint check (greeting between 1 and 4),
  listening smallint check (listening between 1 and 4),
  safety_first smallint check (safety_first between 1 and 4),
  right_help smallint check (right_help between 1 and 4),
  ending_agreed smallint check (ending_agreed between 1 and 4),
  record_clear smallint check (record_clear between 1 and 4),
  went_well text check (length(btrim(went_well)) between 1 and 2000),
  to_try text check (length(btrim(to_try)) between 1 and 2000),
  reviewed_at timestamptz not null default now(),
  seen_at timestamptz,
  version integer not null default 1,
  foreign key (call_id, partner_id) references calls (id, partner_id) on delete cascade,
  unique (call_id),
  check (reviewer_id <> handler_id),
  check (num_nonnulls(greeting, listening, safety_first, right_help, ending_agreed, record_clear) >= 1 or went_well is not null)
);
comment on table call_reviews is 'What a lead thought of how a call was taken, for whoever took it. 1 to 4 for each part; left out where it did not come up.';
comment on column call_reviews.seen_at is 'When whoever took the call first read it.';
create index call_reviews_call_idx on call_reviews (call_id, partner_id);
create index call_reviews_handler_idx on call_reviews (handler_id, reviewed_at desc);
create index call_reviews_reviewer_idx on call_reviews (reviewer_id);
create index call_reviews_partner_idx on call_reviews (partner_id, reviewed_at desc);

create function viewer_leads() returns boolean
  stable parallel safe language sql
begin atomic
  select exists (select from staff_roles where staff_id = viewer_id() and role = 'team_lead');
end;
comment on function viewer_leads is 'Whether the viewer is a team lead.';

do $$
declare
  place text;
begin
  foreach place in array array['summary_handovers', 'call_reviews'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;
end
$$;

create policy summary_handovers_desk on summary_handovers for select to fingerpost_web
  using ((select viewer_purpose()) = 'desk' and exists (select from calls where calls.id = call_id));
create policy summary_handovers_writing on summary_handovers for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'desk'
    and given_by = (select viewer_id())
    and exists (select from calls where calls.id = call_id and calls.partner_id = summary_handovers.partner_id)
  );

-- A review is for the leads of that desk and for whoever took the call; and only of a call that its reader may read.
create policy call_reviews_read on call_reviews for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and (handler_id = (select viewer_id()) or (select viewer_leads()))
    and exists (select from calls where calls.id = call_id)
  );
create policy call_reviews_writing on call_reviews for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and reviewer_id = (select viewer_id())
    and (select viewer_leads())
    and exists (select from calls where calls.id = call_id and calls.handler_id = call_reviews.handler_id)
  );
create policy call_reviews_changing on call_reviews for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and (handler_id = (select viewer_id()) or (reviewer_id = (select viewer_id()) and (select viewer_leads())))
  );

-- A lead sees who of their own organisation has been here lately: no more than that they were.
create function colleagues_here() returns table (staff_id uuid, seen_at timestamptz)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select sessions.staff_id, max(sessions.last_seen_at)
  from sessions
  join staff on staff.id = sessions.staff_id
  where
    viewer_purpose() = 'desk'
    and viewer_leads()
    and staff.partner_id = viewer_partner()
    and sessions.stage = 'full'
    and sessions.ended_at is null
    and sessions.last_seen_at > now() - interval '30 minutes'
  group by sessions.staff_id;
end;
comment on function colleagues_here is 'Who of a lead''s own organisation is signed in, and when they last did something.';
revoke execute on function colleagues_here from public;
grant execute on function colleagues_here to fingerpost_web;

grant select, insert on summary_handovers to fingerpost_web;
grant select, insert, update on call_reviews to fingerpost_web;
