-- What follows a call: whether it held, and the one-page summary sent with consent.

-- Whether it held ---------------------------------------------------------------------------------------------------------

create function call_came_back_at(call uuid) returns timestamptz
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  -- As count_call_days says; a test compares the two.
  select later.started_at
  from calls
  join calls as later on
    later.person_id = any(one_person(calls.person_id))
    and later.started_at between calls.started_at and calls.started_at + interval '168 hours'
    and (later.started_at, later.id) > (calls.started_at, calls.id)
    and case
      when cardinality(later.needs) = 0 or cardinality(calls.needs) = 0 then later.domain = calls.domain
      else later.needs && calls.needs
    end
    and not later.dispositions <@ array['wrong_number', 'test_call']
  where
    calls.id = call
    and viewer_purpose() = 'desk'
    and calls.partner_id = viewer_partner()
    and calls.is_eligible
    and calls.is_resolved
  order by later.started_at, later.id
  limit 1;
end;
comment on function call_came_back_at is
  'When somebody first got in touch again about the same person and need within 7 × 24 hours of a call of the viewer''s desk that was resolved; null when nobody did. It says nothing else of that contact.';
revoke execute on function call_came_back_at from public;
grant execute on function call_came_back_at to fingerpost_web;

-- Private pages -----------------------------------------------------------------------------------------------------------

-- The one-page summary of somebody as a link to a private page that runs out.
--
-- What was agreed to is what was seen: the page is kept as it stood when it was sent, and nothing that is written into the
-- record later shows there. It is taken away when the link is ended or runs out; that it was sent, to whom and under which
-- consent stays in summary_handovers.

alter table summary_handovers
  add column way text not null default 'paper' check (way in ('paper', 'email', 'text'));
comment on column summary_handovers.way is 'On paper, or by a link to a private page sent by e-mail or text message.';

create table summary_links (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique check (length(token_hash) = 32),
  handover_id uuid not null unique references summary_handovers (id) on delete cascade,
  call_id uuid not null,
  partner_id uuid not null,
  person_id uuid not null references people (id) on delete cascade,
  sheet text check (length(sheet) between 2 and 100000),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  wrong_codes smallint not null default 0 check (wrong_codes between 0 and 5),
  looks integer not null default 0 check (looks >= 0),
  last_look_at timestamptz,
  foreign key (call_id, partner_id) references calls (id, partner_id) on delete cascade,
  check (expires_at > created_at)
);
comment on table summary_links is 'A link to the private page of one summary. The address holds a random token; here stands only its SHA-256.';
comment on column summary_links.sheet is 'The page as it was agreed to, as JSON; null once the link is ended or has run out.';
comment on column summary_links.wrong_codes is 'Wrong codes in a row. The fifth ends the link.';
create index summary_links_call_idx on summary_links (call_id, partner_id);
create index summary_links_person_idx on summary_links (person_id);
create index summary_links_expires_idx on summary_links (expires_at) where sheet is not null;

alter table summary_links enable row level security, force row level security;
create policy summary_links_owner on summary_links for all to current_user using (true) with check (true);

-- Whoever may read the call sees that a link was sent; those of that desk send and end them.
create policy summary_links_desk on summary_links for select to fingerpost_web
  using ((select viewer_purpose()) = 'desk' and exists (select from calls where calls.id = call_id));
create policy summary_links_sending on summary_links for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and exists (
      select from calls
      where calls.id = call_id and calls.partner_id = summary_links.partner_id and calls.person_id = summary_links.person_id
    )
  );
create policy summary_links_ending on summary_links for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and exists (select from calls where calls.id = call_id)
  );
-- Whoever has the link is nobody whom we know: it is found by the hash of what they have, and by nothing else.
create policy summary_links_private on summary_links for all to fingerpost_web
  using ((select viewer_purpose()) = 'private-link');
create policy summary_links_housekeeping on summary_links for all to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');

grant select, insert, update on summary_links to fingerpost_web;
