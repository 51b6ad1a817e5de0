-- Places: how 'RG12 1JX', 'Great Hollands' or 'Bracknel' become a point on the map.

create table postcodes (
  postcode text primary key check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$'),
  latitude real not null check (latitude between 49 and 61),
  longitude real not null check (longitude between -9 and 2.5),
  district_gss text,
  ward_gss text,
  place text,
  source text not null
);
comment on table postcodes is 'Unit postcodes with their position. source is onspd, code-point-open, service (asked once and kept) or demonstration.';
create index postcodes_prefix_idx on postcodes (postcode text_pattern_ops);

create table outcodes (
  outcode text primary key check (outcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?$'),
  latitude real not null check (latitude between 49 and 61),
  longitude real not null check (longitude between -9 and 2.5),
  town text,
  district_gss text,
  source text not null
);
comment on table outcodes is 'The first half of a postcode and its centre.';

create table places (
  id uuid primary key default gen_random_uuid(),
  name text not null check (name <> ''),
  kind text not null check (kind in ('city', 'town', 'village', 'suburb', 'hamlet', 'area')),
  within text,
  latitude real not null check (latitude between 49 and 61),
  longitude real not null check (longitude between -9 and 2.5),
  district_gss text,
  population integer not null default 0 check (population >= 0),
  source text not null,
  unique (name, latitude, longitude)
);
comment on table places is 'Towns, villages and neighbourhoods that people name.';

create table place_names (
  name text not null,
  place_id uuid not null references places (id) on delete cascade,
  primary key (name, place_id)
);
comment on table place_names is 'Every spelling a place is found by: lower case, no accents or punctuation.';
create index place_names_place_idx on place_names (place_id);
create index place_names_prefix_idx on place_names (name text_pattern_ops);
create index place_names_trigram_idx on place_names using gin (name gin_trgm_ops);
