-- Named people at organisations, and how best to approach them: what a team knows and the public directory does not say.

create table known_contacts (
  id uuid primary key default gen_random_uuid(),
  partner_id uuid not null references partners (id) on delete cascade,
  organisation text not null check (length(btrim(organisation)) between 1 and 200),
  name text not null check (length(btrim(name)) between 1 and 120),
  role text check (length(btrim(role)) between 1 and 120),
  phone text check (length(btrim(phone)) between 5 and 40),
  email text check (length(email) between 3 and 254),
  approach text check (length(btrim(approach)) between 1 and 1000),
  checked_on date not null,
  version integer not null default 1,
  changed_by uuid not null references staff (id) on delete restrict,
  changed_at timestamptz not null default now(),
  check (num_nonnulls(phone, email) >= 1)
);
comment on table known_contacts is 'Somebody at an organisation whom a team knows, for its own link workers alone.';
comment on column known_contacts.organisation is 'As the directory calls it, so that it is offered beside its services.';
comment on column known_contacts.approach is 'How best to approach them.';
comment on column known_contacts.checked_on is 'When somebody last made sure that it is still so.';
create index known_contacts_organisation_idx on known_contacts (partner_id, lower(organisation), lower(name), id);
create index known_contacts_changed_by_idx on known_contacts (changed_by);

alter table known_contacts enable row level security, force row level security;
create policy known_contacts_owner on known_contacts for all to current_user using (true) with check (true);
create policy known_contacts_of_team on known_contacts for all to fingerpost_web
  using (
    (select viewer_purpose()) = 'caseload' and partner_id = (select viewer_partner()) and (select viewer_walks())
  )
  with check (
    (select viewer_purpose()) = 'caseload'
    and partner_id = (select viewer_partner())
    and (select viewer_walks())
    and changed_by = (select viewer_id())
  );
grant select, insert, update, delete on known_contacts to fingerpost_web;
