-- Two stages, so that listings stay true for the PostgreSQL fallback while the engine is away.

alter table search_outbox add column is_listed boolean not null default false;
comment on column search_outbox.is_listed is 'True once the listing has been made anew; the row then only waits for the engine.';
create index search_outbox_unlisted_idx on search_outbox (id) where not is_listed;
