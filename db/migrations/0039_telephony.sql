-- Which telephone rings at whose desk, and what rings there now. The telephone system is that of the organisation that runs
-- the site: its staff alone can link an extension, so that nobody else is shown who rings.
--
-- Numbers are personal. They stand here for a day at most, under row-level security, and in no log.

create table staff_phones (
  staff_id uuid primary key,
  partner_id uuid not null,
  extension text not null unique check (extension ~ '^[0-9A-Za-z*#._-]{1,20}$'),
  linked_at timestamptz not null default now(),
  foreign key (staff_id, partner_id) references staff (id, partner_id) on delete cascade
);
comment on table staff_phones is 'The extension of the telephone system at which somebody takes calls.';
create index staff_phones_staff_idx on staff_phones (staff_id, partner_id);

create table phone_events (
  id text primary key check (length(id) between 1 and 100),
  received_at timestamptz not null default now()
);
comment on table phone_events is 'Events of the telephone system that were taken in, by its own number for them: sent again, one does nothing.';
create index phone_events_received_idx on phone_events (received_at);

create table phone_rings (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null,
  partner_id uuid not null,
  phone_call text not null check (length(phone_call) between 1 and 100),
  caller text check (caller ~ '^\+[0-9]{5,15}$'),
  state text not null check (state in ('ringing', 'answered', 'ended')),
  people_found integer check (people_found >= 0),
  taken_at timestamptz,
  rang_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  foreign key (staff_id, partner_id) references staff (id, partner_id) on delete cascade,
  unique (staff_id, phone_call)
);
comment on table phone_rings is 'A call that rings, or rang, at somebody''s extension. Gone after a day.';
comment on column phone_rings.caller is 'Null when the caller withheld their number, or it cannot be read.';
comment on column phone_rings.people_found is 'How many people whom the viewer may find have this number. Looked up, and written into the audit, once.';
create index phone_rings_staff_idx on phone_rings (staff_id, partner_id, rang_at desc);
create index phone_rings_rang_idx on phone_rings (rang_at);

-- Tells the open pages of whoever's telephone it is: their id and that of the row, never the number.
create function tell_of_ring() returns trigger
  language plpgsql
  as $$
begin
  perform pg_notify('fingerpost', 'staff:' || new.staff_id || ' ' || new.id);
  return null;
end
$$;
create trigger phone_rings_told after insert or update of state on phone_rings for each row execute function tell_of_ring();

do $$
declare
  place text;
begin
  foreach place in array array['staff_phones', 'phone_events', 'phone_rings'] loop
    execute format('alter table %I enable row level security, force row level security', place);
    execute format('create policy %I on %I for all to current_user using (true) with check (true)', place || '_owner', place);
  end loop;
end
$$;

create policy staff_phones_own on staff_phones for all to fingerpost_web
  using (staff_id = (select viewer_id()) and (select viewer_purpose()) in ('own-account', 'desk'))
  with check (
    staff_id = (select viewer_id())
    and (select viewer_purpose()) = 'own-account'
    and partner_id = (select viewer_partner())
    and exists (select from partners where id = partner_id and is_host)
  );
-- An extension whose owner has left may be taken over.
create policy staff_phones_left on staff_phones for delete to fingerpost_web
  using (
    partner_id = (select viewer_partner())
    and (select viewer_purpose()) = 'own-account'
    and exists (select from staff where staff.id = staff_id and disabled_at is not null)
  );
create policy staff_phones_left_seen on staff_phones for select to fingerpost_web
  using (
    partner_id = (select viewer_partner())
    and (select viewer_purpose()) = 'own-account'
    and exists (select from staff where staff.id = staff_id and disabled_at is not null)
  );
create policy staff_phones_telephony on staff_phones for select to fingerpost_web
  using ((select viewer_purpose()) = 'telephony');
create policy staff_phones_sign_in on staff_phones for select to fingerpost_web
  using ((select viewer_purpose()) = 'sign-in');
create policy staff_telephony on staff for select to fingerpost_web using ((select viewer_purpose()) = 'telephony');
create policy phone_events_telephony on phone_events for all to fingerpost_web
  using ((select viewer_purpose()) in ('telephony', 'housekeeping'));
create policy phone_rings_telephony on phone_rings for all to fingerpost_web
  using ((select viewer_purpose()) = 'telephony');
create policy phone_rings_own on phone_rings for select to fingerpost_web
  using (staff_id = (select viewer_id()) and (select viewer_purpose()) in ('desk', 'find-person'));
create policy phone_rings_noting on phone_rings for update to fingerpost_web
  using (staff_id = (select viewer_id()) and (select viewer_purpose()) in ('desk', 'find-person'));
create policy phone_rings_clearing on phone_rings for delete to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');
create policy phone_rings_cleared on phone_rings for select to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');

grant select, insert, update, delete on staff_phones, phone_rings to fingerpost_web;
grant select, insert, delete on phone_events to fingerpost_web;
