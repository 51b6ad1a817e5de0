-- Search: what the public see of each service in one row, the outbox that keeps the engine true, and what was searched for.

create table listings (
  service_id uuid primary key,
  number integer not null,
  is_listed boolean not null,
  slug text not null,
  name text not null,
  document jsonb not null,
  document_hash text not null,
  tokens text[] not null,
  latitudes double precision[] not null,
  longitudes double precision[] not null,
  words tsvector not null,
  changed_at timestamptz not null default clock_timestamp(),
  check (cardinality(latitudes) = cardinality(longitudes))
);
comment on table listings is 'The read model: one row per service, as cards, filters and search see it. Made from the directory by search/sync; never edited.';
comment on column listings.is_listed is 'False once the service is gone or inactive: a headstone, so that every reader learns of it.';
comment on column listings.tokens is 'Every filter value as facet:value (need:loneliness, how:online), for the PostgreSQL fallback.';
comment on column listings.words is 'Full text: A name, B types, needs and keywords, C summary and places, D description.';
create unique index listings_number_idx on listings (number);
create index listings_words_idx on listings using gin (words) where is_listed;
create index listings_tokens_idx on listings using gin (tokens) where is_listed;
create index listings_name_trigram_idx on listings using gin (name gin_trgm_ops) where is_listed;
create index listings_slug_idx on listings (slug);
create index listings_changed_idx on listings (changed_at);

create table search_outbox (
  id bigint generated always as identity primary key,
  service_id uuid not null,
  queued_at timestamptz not null default now()
);
comment on table search_outbox is 'Services whose listing must be made anew. Written by triggers in the same transaction as the change; emptied by search/sync.';

create table search_log (
  id uuid primary key,
  searched_at timestamptz not null default now(),
  words text not null,
  needs text[] not null default '{}',
  outcode text,
  within_miles real,
  filters jsonb not null default '{}',
  sort text not null,
  result_count integer not null check (result_count >= 0),
  engine text not null check (engine in ('meilisearch', 'postgres'))
);
comment on table search_log is 'What was searched for, without identity: no address, no full postcode, no account. Postcodes, numbers and e-mail addresses are taken out of words.';
create index search_log_time_idx on search_log (searched_at desc);

create table search_opens (
  search_id uuid not null references search_log (id) on delete cascade,
  service_id uuid not null,
  opened_at timestamptz not null default now(),
  primary key (search_id, service_id)
);
comment on table search_opens is 'Which listings were opened from a search.';

create function queue_listings(service_ids uuid[]) returns void language sql as $$
  insert into search_outbox (service_id)
  select distinct id from unnest(service_ids) as id where id is not null;
  select pg_notify('search_outbox', '');
$$;
comment on function queue_listings is 'Asks for these services'' listings to be made anew, and wakes whoever does it.';

-- Statement-level, so that loading 10,000 rows queues each service once, not once a row.
create function queue_from_services() returns trigger language plpgsql as $$
begin
  perform queue_listings(array(select id from changed));
  return null;
end $$;

create function queue_from_children() returns trigger language plpgsql as $$
begin
  perform queue_listings(array(select service_id from changed));
  return null;
end $$;

create function queue_from_organisations() returns trigger language plpgsql as $$
begin
  perform queue_listings(array(
    select services.id from services join changed on changed.id = services.organisation_id
  ));
  return null;
end $$;

create function queue_from_locations() returns trigger language plpgsql as $$
begin
  perform queue_listings(array(
    select at.service_id from services_at_locations at join changed on changed.id = at.location_id
  ));
  return null;
end $$;

create function queue_from_location_children() returns trigger language plpgsql as $$
begin
  perform queue_listings(array(
    select at.service_id from services_at_locations at join changed on changed.location_id = at.location_id
  ));
  return null;
end $$;

create function queue_from_service_or_location_children() returns trigger language plpgsql as $$
begin
  perform queue_listings(array(
    select service_id from changed where service_id is not null
    union
    select at.service_id from services_at_locations at join changed on changed.location_id = at.location_id
  ));
  return null;
end $$;

create function queue_from_attributes() returns trigger language plpgsql as $$
begin
  perform queue_listings(array(select link_id from changed where link_type = 'service'));
  return null;
end $$;

do $$
declare
  wiring constant text[][] := array[
    ['services', 'queue_from_services'],
    ['services_at_locations', 'queue_from_children'],
    ['service_areas', 'queue_from_children'],
    ['service_needs', 'queue_from_children'],
    ['cost_options', 'queue_from_children'],
    ['phones', 'queue_from_children'],
    ['organisations', 'queue_from_organisations'],
    ['locations', 'queue_from_locations'],
    ['addresses', 'queue_from_location_children'],
    ['schedules', 'queue_from_service_or_location_children'],
    ['languages', 'queue_from_service_or_location_children'],
    ['accessibility', 'queue_from_service_or_location_children'],
    ['attributes', 'queue_from_attributes']
  ];
  pair text[];
begin
  foreach pair slice 1 in array wiring loop
    execute format(
      'create trigger queue_after_insert after insert on %I referencing new table as changed for each statement execute function %I()',
      pair[1], pair[2]);
    execute format(
      'create trigger queue_after_update after update on %I referencing new table as changed for each statement execute function %I()',
      pair[1], pair[2]);
    execute format(
      'create trigger queue_after_delete after delete on %I referencing old table as changed for each statement execute function %I()',
      pair[1], pair[2]);
  end loop;
end $$;
