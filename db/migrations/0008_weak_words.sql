-- Words that alone say little about what is wanted ('group', 'time') but may matter inside a phrase ('all the time').

alter table stop_words add column is_weak boolean not null default false;
comment on table stop_words is 'Words and short phrases that say nothing about what is wanted, and weak words (is_weak) that say little.';
