-- Single keys do things at the desks. Whoever speaks to their computer, or presses keys by accident, turns them off
-- (WCAG 2.1.4); it is kept with the account, so that it holds wherever they sign in.
alter table staff add column keys_are_on boolean not null default true;
comment on column staff.keys_are_on is 'Whether pages act on single keys for this member of staff.';
