-- A record is open for as long as whoever opened it stays signed in there, and no longer. Signing out, half an hour
-- without use, a session that somebody ended and an account that was closed shut every record at once: whoever signs in
-- again is asked again why they need it.

create function viewer_session() returns uuid
  stable parallel safe language sql
  return nullif(current_setting('fingerpost.session', true), '')::uuid;
comment on function viewer_session is 'The session in which the viewer is signed in, or null.';

create function session_stands(session sessions) returns boolean
  stable parallel safe language sql
  return
    session.ended_at is null
    and session.last_seen_at > now() - interval '30 minutes'
    and session.created_at > now() - interval '12 hours';
comment on function session_stands is
  'Whether a session is neither ended nor idle nor too old. The one place that knows how long that is.';

-- For the function below, which runs as whoever owns the tables.
create policy sessions_owner on sessions for select to current_user using (true);

create function viewer_is_signed_in() returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select exists (
    select
    from sessions
    join staff on staff.id = sessions.staff_id
    join partners on partners.id = staff.partner_id
    where
      sessions.id = viewer_session()
      and sessions.staff_id = viewer_id()
      and sessions.stage = 'full'
      and session_stands(sessions)
      and staff.partner_id = viewer_partner()
      and staff.disabled_at is null
      and partners.closed_at is null
  );
end;
comment on function viewer_is_signed_in is 'Whether the session that this transaction names is the viewer''s own and still stands.';
revoke execute on function viewer_is_signed_in from public;
grant execute on function viewer_is_signed_in to fingerpost_web;

-- Ended sessions are cleared away after 30 days; the opening stays, for whoever reviews it.
alter table openings add column session_id uuid references sessions (id) on delete set null;
comment on column openings.session_id is 'The session in which the record was opened: it is shown in no other.';
create index openings_session_idx on openings (session_id);

-- The transaction says in which session it runs: a request cannot name another.
create or replace function time_of_opening() returns trigger
  language plpgsql
  as $$
begin
  new.session_id := coalesce(viewer_session(), new.session_id);
  new.opened_at := now();
  new.expires_at := now() + case new.basis when 'emergency' then interval '60 minutes' else interval '12 hours' end;
  return new;
end
$$;

create policy openings_in_session on openings as restrictive for insert to fingerpost_web
  with check (session_id = (select viewer_session()) and (select viewer_is_signed_in()));

create or replace function viewer_opened_people() returns uuid[]
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  with recursive opened as (
    select person_id, basis
    from openings
    where
      id = viewer_opening()
      and staff_id = viewer_id()
      and partner_id = viewer_partner()
      and session_id = viewer_session()
      and viewer_purpose() = 'record'
      and closed_at is null
      and expires_at > clock_timestamp()
      and viewer_is_signed_in()
  ),
  members (id) as (
    select person_id from opened
    union
    select people.id from people join members on people.merged_into = members.id
  )
  select coalesce(array_agg(members.id), '{}')
  from members
  where
    exists (select from opened where basis = 'emergency')
    or exists (select from person_access where person_id = members.id and partner_id = viewer_partner());
end;
comment on function viewer_opened_people is
  'The records that this transaction may show: of the person whose opening it names, while that stands, in the session in '
  'which it was made, and while access is still held.';
