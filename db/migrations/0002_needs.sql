-- Needs: the ONE controlled list that joins search, calls, referrals and the reports of gaps.

create table needs (
  key text primary key check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null unique check (name <> ''),
  need_group text not null,
  is_common boolean not null default false,
  position smallint not null default 0
);
comment on table needs is 'What someone is looking for help with, in plain words. A key never changes once published.';

create table need_phrases (
  phrase text primary key check (phrase = lower(phrase) and phrase <> ''),
  need_key text not null references needs (key) on delete cascade
);
comment on table need_phrases is 'What people say when they have a need: ''i feel lonely''. One phrase points to one need.';
create index need_phrases_need_idx on need_phrases (need_key);

create table need_service_types (
  need_key text not null references needs (key) on delete cascade,
  taxonomy_term_id uuid not null references taxonomy_terms (id) on delete cascade,
  primary key (need_key, taxonomy_term_id)
);
comment on table need_service_types is 'Service types that usually answer a need.';
create index need_service_types_term_idx on need_service_types (taxonomy_term_id);

create table service_needs (
  service_id uuid not null references services (id) on delete cascade,
  need_key text not null references needs (key) on delete cascade,
  rank smallint not null default 1 check (rank >= 1),
  source text not null default 'editor' check (source in ('editor', 'type', 'import')),
  primary key (service_id, need_key)
);
comment on table service_needs is 'Needs a service answers; rank 1 is what it is mainly for. source says whether a person said so or it was worked out.';
create index service_needs_need_idx on service_needs (need_key);

create table synonyms (
  id uuid primary key default gen_random_uuid(),
  words text[] not null check (cardinality(words) >= 1),
  also_find text[] not null default '{}',
  unique (words, also_find)
);
comment on table synonyms is 'Words that mean the same. Empty also_find: each word finds the others. Otherwise words also find also_find, one way.';

create table stop_words (
  word text primary key check (word = lower(word) and word <> '')
);
comment on table stop_words is 'Words and short phrases that say nothing about what is wanted.';
