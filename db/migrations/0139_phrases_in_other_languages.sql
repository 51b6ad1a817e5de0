-- What people type in another language than English who have a need: understood by itself, so that no word of it is taken for an English one.

alter table need_phrases
  add column language text not null default 'en' check (language ~ '^[a-z]{2,3}$'),
  drop constraint need_phrases_pkey,
  add primary key (language, phrase);
comment on table need_phrases is 'What people say when they have a need: ''i feel lonely''. One phrase points to one need, in each language.';
comment on column need_phrases.language is 'The language it is said in. Phrases are compared with those of their own language only.';
