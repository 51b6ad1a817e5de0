-- The words of a listing, for weighing how well it matches: each once, by its stem, with the best place it stands in.

alter table listings add column terms text[] not null default '{}';
comment on column listings.terms is 'Stems, each led by a digit: 0 in the name, 1 in keywords or kind, 2 in summary, organisation, audience, need or place, 3 in the description.';
