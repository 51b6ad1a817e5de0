create table loaded_seeds (
  name text primary key,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  loaded_at timestamptz not null default now()
);
comment on table loaded_seeds is
  'Which seed files were loaded last, by the SHA-256 of what is in them: a start leaves alone what has not changed.';
