-- The wallboard: a screen on a wall of the desk, which anybody in the room can read and which nobody is signed in at. Its
-- address holds a token, of which only the hash stands here. Behind it are counts of one organisation and nothing else.

create table wallboard_links (
  id uuid primary key default gen_random_uuid(),
  partner_id uuid not null references partners (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 60),
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  seen_at timestamptz,
  ended_at timestamptz,
  foreign key (made_by, partner_id) references staff (id, partner_id) on delete restrict
);
comment on table wallboard_links is 'An address at which the wallboard of an organisation can be read without signing in, until it is ended.';
comment on column wallboard_links.name is 'Where the screen hangs, so that whoever ends a link knows which.';
comment on column wallboard_links.seen_at is 'When the screen last asked, give or take a minute.';
create index wallboard_links_partner_idx on wallboard_links (partner_id, made_at desc);
create index wallboard_links_made_by_idx on wallboard_links (made_by, partner_id);

create function open_wallboard(hash bytea) returns table (partner_id uuid, is_open boolean)
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  if viewer_purpose() <> 'wallboard' then
    return;
  end if;
  update wallboard_links set seen_at = now()
  where token_hash = hash and ended_at is null and (seen_at is null or seen_at < now() - interval '1 minute');
  return query
    select wallboard_links.partner_id, wallboard_links.ended_at is null and partners.closed_at is null
    from wallboard_links
    join partners on partners.id = wallboard_links.partner_id
    where wallboard_links.token_hash = hash;
end
$$;
comment on function open_wallboard is
  'Whose wallboard the link with this hash opens, and whether it still does; no row where there never was such a link. Whoever asks has the token, so the table itself need not be readable.';

create function wallboard_queues() returns table (
  discipline text, waiting integer, breached integer, waiting_since timestamptz
)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    queues.discipline,
    count(handoffs.id)::integer,
    count(handoffs.id) filter (where handoffs.due_at < now())::integer,
    min(handoffs.created_at)
  from queues
  left join handoffs
    on handoffs.queue_id = queues.id
    and not handoffs.is_restricted
    -- A claim that has lain idle for ten minutes is back in the queue.
    and (
      handoffs.status = 'waiting'
      or (handoffs.status = 'claimed' and handoffs.active_at < now() - interval '10 minutes')
    )
  where queues.partner_id = viewer_partner() and viewer_purpose() = 'wallboard'
  group by queues.id
  order by queues.discipline;
end;
comment on function wallboard_queues is
  'What waits in each queue of the organisation, as counts. What is restricted is not counted: that there is a concern is itself nobody''s business in the room.';

alter table wallboard_links enable row level security, force row level security;
create policy wallboard_links_owner on wallboard_links for all to current_user using (true) with check (true);
create policy wallboard_links_own on wallboard_links for all to fingerpost_web
  using (partner_id = (select viewer_partner()) and (select viewer_purpose()) = 'desk')
  with check (partner_id = (select viewer_partner()) and (select viewer_purpose()) = 'desk');
create policy wallboard_links_housekeeping on wallboard_links for all to fingerpost_web
  using ((select viewer_purpose()) = 'housekeeping');

create policy call_figures_wallboard on call_figures for select to fingerpost_web
  using ((select viewer_purpose()) = 'wallboard' and partner_id = (select viewer_partner()));
create policy figures_counted_wallboard on figures_counted for select to fingerpost_web
  using ((select viewer_purpose()) = 'wallboard');

-- The hash goes in and is never read again.
grant select (id, partner_id, name, made_by, made_at, seen_at, ended_at) on wallboard_links to fingerpost_web;
grant insert, delete on wallboard_links to fingerpost_web;
grant update (ended_at) on wallboard_links to fingerpost_web;
revoke execute on function open_wallboard(bytea), wallboard_queues() from public;
grant execute on function open_wallboard(bytea), wallboard_queues() to fingerpost_web;
