-- Words that occur in listings, for 'did you mean' and for spelling in the PostgreSQL fallback.

create table search_words (
  word text primary key,
  uses integer not null check (uses > 0)
);
comment on table search_words is 'Every word of the listings'' names, types and summaries and in how many it stands. Made anew by search/spelling.';
create index search_words_trigram_idx on search_words using gin (word gin_trgm_ops);
