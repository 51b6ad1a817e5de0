-- The directory: the Open Referral UK 3.0 model (HSDS-UK-3.0), in British spelling, with the few columns Fingerpost adds.
-- Column names follow the standard where it has one, so that a feed reads straight across.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

create table feeds (
  id uuid primary key default gen_random_uuid(),
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]*$'),
  name text not null check (name <> ''),
  url text,
  licence text,
  created_at timestamptz not null default now()
);
comment on table feeds is 'A source of listings: one row per publisher feed or file series. Its id seeds the UUIDv5 of everything imported from it.';

create table organisations (
  id uuid primary key default gen_random_uuid(),
  feed_id uuid references feeds (id) on delete restrict,
  name text not null check (name <> ''),
  description text,
  email text,
  website text,
  logo text,
  uri text,
  parent_organisation_id uuid references organisations (id) on delete set null,
  legal_status text,
  year_incorporated smallint check (year_incorporated between 1000 and 2200),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table organisations is 'Who runs services: a charity, council, club or company.';
create index organisations_name_idx on organisations (lower(name));
create index organisations_parent_idx on organisations (parent_organisation_id);
create index organisations_feed_idx on organisations (feed_id);

create table organisation_identifiers (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisations (id) on delete cascade,
  identifier_scheme text,
  identifier_type text not null,
  identifier text not null check (identifier <> ''),
  unique (organisation_id, identifier_type, identifier)
);
comment on table organisation_identifiers is 'A number an organisation is known by elsewhere: charity number (GB-CHC), company number (GB-COH) and so on.';

create table services (
  id uuid primary key default gen_random_uuid(),
  number integer generated always as identity unique,
  feed_id uuid references feeds (id) on delete restrict,
  organisation_id uuid references organisations (id) on delete restrict,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  kind text not null default 'service'
    check (kind in ('group', 'service', 'activity', 'place', 'helpline', 'personal-assistant', 'online')),
  status text not null default 'active'
    check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  summary text check (length(summary) <= 300),
  description text,
  url text,
  email text,
  alert text,
  accreditations text,
  fees_description text,
  minimum_age smallint check (minimum_age between 0 and 130),
  maximum_age smallint check (maximum_age between 0 and 130),
  delivery text[] not null default '{}'
    check (delivery <@ array['in-person', 'at-home', 'online', 'phone']),
  how_to_join text,
  accepts_self_referral boolean,
  accepts_professional_referral boolean,
  accepts_personal_budget boolean not null default false,
  accepts_direct_payment boolean not null default false,
  space text not null default 'unknown'
    check (space in ('open', 'limited', 'waiting-list', 'full', 'unknown')),
  space_note text,
  schedule_note text,
  open_on_bank_holidays boolean not null default false,
  keywords text[] not null default '{}',
  assured_date date,
  assurer_email text,
  checked_on date,
  checked_by text,
  last_modified timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (maximum_age >= minimum_age)
);
comment on table services is 'Something a person can join, use or be helped by. A listing is a service as the public sees it.';
comment on column services.number is 'A small whole number for the search engine and the shortlist, where a UUID would be needlessly long.';
comment on column services.keywords is 'Everyday words people use for it, beyond its name; searched, never shown.';
comment on column services.checked_on is 'When someone last confirmed the details. Null means never.';
create index services_organisation_idx on services (organisation_id);
create index services_feed_idx on services (feed_id);

create table locations (
  id uuid primary key default gen_random_uuid(),
  feed_id uuid references feeds (id) on delete restrict,
  organisation_id uuid references organisations (id) on delete set null,
  name text,
  description text,
  location_type text not null default 'physical' check (location_type in ('physical', 'postal', 'virtual')),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  external_identifier text,
  external_identifier_type text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((latitude is null) = (longitude is null)),
  constraint not_null_island check (not (latitude = 0 and longitude = 0))
);
comment on table locations is 'Where a service happens: a hall, a park, an office.';
create index locations_organisation_idx on locations (organisation_id);
create index locations_feed_idx on locations (feed_id);

create table addresses (
  id uuid primary key default gen_random_uuid(),
  location_id uuid not null references locations (id) on delete cascade,
  attention text,
  address_1 text not null,
  address_2 text,
  city text,
  region text,
  state_province text,
  postal_code text check (postal_code = upper(postal_code)),
  country text check (country ~ '^[A-Z]{2}$'),
  address_type text not null default 'physical' check (address_type in ('physical', 'postal', 'virtual'))
);
comment on table addresses is 'The address of a location. The postcode is upper case with one space.';
create index addresses_location_idx on addresses (location_id);

create table services_at_locations (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references services (id) on delete cascade,
  location_id uuid not null references locations (id) on delete cascade,
  description text,
  unique (service_id, location_id)
);
comment on table services_at_locations is 'Which service happens where.';
create index services_at_locations_location_idx on services_at_locations (location_id);

create table contacts (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references organisations (id) on delete cascade,
  service_id uuid references services (id) on delete cascade,
  service_at_location_id uuid references services_at_locations (id) on delete cascade,
  location_id uuid references locations (id) on delete cascade,
  name text,
  title text,
  department text,
  email text,
  check (num_nonnulls(organisation_id, service_id, service_at_location_id, location_id) >= 1)
);
comment on table contacts is 'A named person or desk the public may be told about.';
create index contacts_organisation_idx on contacts (organisation_id);
create index contacts_service_idx on contacts (service_id);
create index contacts_service_at_location_idx on contacts (service_at_location_id);
create index contacts_location_idx on contacts (location_id);

create table phones (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references organisations (id) on delete cascade,
  service_id uuid references services (id) on delete cascade,
  service_at_location_id uuid references services_at_locations (id) on delete cascade,
  location_id uuid references locations (id) on delete cascade,
  contact_id uuid references contacts (id) on delete cascade,
  number text not null check (number <> ''),
  extension text,
  type text,
  description text,
  check (num_nonnulls(organisation_id, service_id, service_at_location_id, location_id, contact_id) >= 1)
);
comment on table phones is 'A phone number and what it is for.';
create index phones_organisation_idx on phones (organisation_id);
create index phones_service_idx on phones (service_id);
create index phones_service_at_location_idx on phones (service_at_location_id);
create index phones_location_idx on phones (location_id);
create index phones_contact_idx on phones (contact_id);

create table schedules (
  id uuid primary key default gen_random_uuid(),
  service_id uuid references services (id) on delete cascade,
  location_id uuid references locations (id) on delete cascade,
  service_at_location_id uuid references services_at_locations (id) on delete cascade,
  freq text not null default 'WEEKLY' check (freq in ('WEEKLY', 'MONTHLY')),
  interval smallint not null default 1 check (interval between 1 and 52),
  byday text check (byday ~ '^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*$'),
  bymonthday text check (bymonthday ~ '^-?([1-9]|[12][0-9]|3[01])(,-?([1-9]|[12][0-9]|3[01]))*$'),
  dtstart date,
  until date,
  valid_from date,
  valid_to date,
  opens_at time,
  closes_at time,
  attending_type text,
  schedule_link text,
  description text,
  notes text,
  check (num_nonnulls(service_id, location_id, service_at_location_id) = 1),
  check (closes_at > opens_at),
  check (valid_to >= valid_from),
  check (until >= dtstart)
);
comment on table schedules is 'When a service runs, as RFC 5545 recurrence parts in Europe/London local time. Past midnight is two rows.';
create index schedules_service_idx on schedules (service_id);
create index schedules_location_idx on schedules (location_id);
create index schedules_service_at_location_idx on schedules (service_at_location_id);

create table languages (
  id uuid primary key default gen_random_uuid(),
  service_id uuid references services (id) on delete cascade,
  location_id uuid references locations (id) on delete cascade,
  phone_id uuid references phones (id) on delete cascade,
  code text check (code ~ '^[a-z]{2,3}$'),
  name text,
  note text,
  check (num_nonnulls(service_id, location_id, phone_id) = 1)
);
comment on table languages is 'A language spoken. The code is ISO 639 (bfi is British Sign Language).';
create index languages_service_idx on languages (service_id);
create index languages_location_idx on languages (location_id);
create index languages_phone_idx on languages (phone_id);

create table cost_options (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references services (id) on delete cascade,
  valid_from date,
  valid_to date,
  option text,
  currency text not null default 'GBP' check (currency ~ '^[A-Z]{3}$'),
  amount numeric(10, 2) check (amount >= 0),
  amount_description text,
  check (valid_to >= valid_from)
);
comment on table cost_options is 'What it costs and for whom. An amount of 0 means free; no amount means ask.';
create index cost_options_service_idx on cost_options (service_id);

create table funding (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references organisations (id) on delete cascade,
  service_id uuid references services (id) on delete cascade,
  source text not null check (source <> ''),
  check (num_nonnulls(organisation_id, service_id) >= 1)
);
comment on table funding is 'Who pays for a service.';
create index funding_organisation_idx on funding (organisation_id);
create index funding_service_idx on funding (service_id);

create table accessibility (
  id uuid primary key default gen_random_uuid(),
  location_id uuid references locations (id) on delete cascade,
  service_id uuid references services (id) on delete cascade,
  feature text check (feature ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  description text,
  details text,
  url text,
  check (num_nonnulls(location_id, service_id) = 1)
);
comment on table accessibility is 'An access feature of a place (or of a service wherever it is). feature is a key of the access taxonomy when recognised.';
create index accessibility_location_idx on accessibility (location_id);
create index accessibility_service_idx on accessibility (service_id);

create table areas (
  key text primary key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  gss text unique check (gss ~ '^[A-Z][0-9]{8}$'),
  name text not null check (name <> ''),
  kind text not null check (kind in ('ward', 'parish', 'district', 'unitary', 'county', 'region', 'country')),
  within_key text references areas (key) on delete restrict
);
comment on table areas is 'A named area a service can cover, nested: Bracknell Forest is within Berkshire within England.';
create index areas_within_idx on areas (within_key);

create table service_areas (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references services (id) on delete cascade,
  area_key text references areas (key) on delete restrict,
  name text,
  extent text,
  extent_type text,
  uri text,
  check (num_nonnulls(area_key, name, uri) >= 1)
);
comment on table service_areas is 'Where a service will go or take people from. area_key is set when the name or GSS code was recognised.';
create index service_areas_service_idx on service_areas (service_id);
create index service_areas_area_idx on service_areas (area_key);

create table taxonomies (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  name text not null,
  description text,
  uri text,
  version text
);
comment on table taxonomies is 'A list of terms. Fingerpost''s own are service-types, audiences and access; feeds bring others.';

create table taxonomy_terms (
  id uuid primary key default gen_random_uuid(),
  taxonomy_id uuid not null references taxonomies (id) on delete cascade,
  key text not null,
  name text not null check (name <> ''),
  description text,
  also text[] not null default '{}',
  parent_id uuid references taxonomy_terms (id) on delete set null,
  term_uri text,
  unique (taxonomy_id, key)
);
comment on table taxonomy_terms is 'One term: a service type, an audience, an access feature or a term of a feed''s own list.';
comment on column taxonomy_terms.also is 'Other words for the same thing; searched, and used to recognise imported services.';
create index taxonomy_terms_parent_idx on taxonomy_terms (parent_id);

create table attributes (
  id uuid primary key default gen_random_uuid(),
  link_type text not null check (link_type in ('service', 'organisation', 'location', 'service_at_location', 'cost_option', 'schedule')),
  link_id uuid not null,
  taxonomy_term_id uuid not null references taxonomy_terms (id) on delete cascade,
  rank smallint not null default 1 check (rank >= 1),
  value text,
  unique (link_type, link_id, taxonomy_term_id)
);
comment on table attributes is 'Says that a term applies to something. rank 1 is the main one of its taxonomy.';
create index attributes_term_idx on attributes (taxonomy_term_id);
