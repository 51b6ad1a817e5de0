-- Where an imported listing came from, and what was mended or refused on the way in.

create table import_runs (
  id uuid primary key default gen_random_uuid(),
  feed_id uuid not null references feeds (id) on delete cascade,
  source text not null,
  format text not null check (format in ('oruk-3.0', 'oruk-1.0', 'csv')),
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  read_count integer not null default 0,
  stored_count integer not null default 0,
  unchanged_count integer not null default 0,
  mended_count integer not null default 0,
  rejected_count integer not null default 0
);
comment on table import_runs is 'One run of an import and its totals.';
create index import_runs_feed_idx on import_runs (feed_id, started_at desc);

create table import_findings (
  id bigint generated always as identity primary key,
  import_run_id uuid not null references import_runs (id) on delete cascade,
  source_id text not null,
  field text not null,
  outcome text not null check (outcome in ('mended', 'rejected')),
  reason text not null
);
comment on table import_findings is 'One field of one record that was mended, or that had the record refused, and why.';
create index import_findings_run_idx on import_findings (import_run_id, id);

create table feed_records (
  feed_id uuid not null references feeds (id) on delete cascade,
  source_id text not null,
  service_id uuid references services (id) on delete set null,
  raw jsonb not null,
  raw_hash text not null,
  fetched_at timestamptz not null default now(),
  primary key (feed_id, source_id)
);
comment on table feed_records is 'Provenance: the record as the feed gave it. raw_hash tells whether anything changed since the last run.';
create index feed_records_service_idx on feed_records (service_id);

create table listing_reports (
  id uuid primary key,
  service_id uuid not null references services (id) on delete cascade,
  problem text not null check (problem in ('closed', 'contact', 'times', 'place', 'cost', 'other')),
  message text check (length(message) <= 2000),
  created_at timestamptz not null default now()
);
comment on table listing_reports is '''Is something wrong?'' on a listing. The id is made when the form is shown, so that a form sent twice counts once.';
create index listing_reports_service_idx on listing_reports (service_id, created_at desc);
