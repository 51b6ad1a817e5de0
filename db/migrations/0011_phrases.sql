-- What people say for a kind of service, and which of the vocabulary comes from the files that the product carries.

create table kind_phrases (
  taxonomy_term_id uuid not null references taxonomy_terms (id) on delete cascade,
  phrase text not null check (phrase = lower(phrase) and phrase <> ''),
  is_seeded boolean not null default false,
  primary key (taxonomy_term_id, phrase)
);
comment on table kind_phrases is 'What people say who look for a kind of service: ''someone to visit my mum''. One phrase may stand for several kinds.';
comment on column kind_phrases.is_seeded is 'True when it comes from the seed files, and goes when it is taken out of them. What an editor adds stays.';

-- Until now everything came from the files.
alter table need_phrases add column is_seeded boolean not null default true;
alter table need_phrases alter column is_seeded set default false;
comment on column need_phrases.is_seeded is 'As in kind_phrases.';

alter table need_service_types add column is_seeded boolean not null default true;
alter table need_service_types alter column is_seeded set default false;
comment on column need_service_types.is_seeded is 'As in kind_phrases.';

alter table synonyms add column is_seeded boolean not null default true;
alter table synonyms alter column is_seeded set default false;
comment on column synonyms.is_seeded is 'As in kind_phrases.';

alter table stop_words add column is_seeded boolean not null default true;
alter table stop_words alter column is_seeded set default false;
comment on column stop_words.is_seeded is 'As in kind_phrases.';

-- A database that already knows the role of the web server gave it the tables there were then.
do $$
begin
  if exists (select from pg_roles where rolname = 'fingerpost_web') then
    grant select on kind_phrases to fingerpost_web;
  end if;
end
$$;
