-- Guides: question sets for the desk, as data, in versions. Those that come with the product belong to nobody and are read
-- by every partnership; a partnership's own versions stand over them. A version that was published is never changed or
-- taken away, because calls name the one with which they were taken.

create table guides (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid references partnerships (id) on delete restrict,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 40),
  unique nulls not distinct (partnership_id, key)
);
comment on table guides is 'A question set for the desk. Without a partnership it is one that comes with the product.';

create table guide_versions (
  id uuid primary key default gen_random_uuid(),
  guide_id uuid not null references guides (id) on delete restrict,
  number integer not null check (number >= 1),
  state text not null check (state in ('draft', 'published')),
  content jsonb not null check (jsonb_typeof(content) = 'object' and octet_length(content::text) <= 200000),
  changed text check (length(btrim(changed)) between 1 and 500),
  edits integer not null default 1,
  edited_by uuid references staff (id) on delete restrict,
  edited_at timestamptz not null default now(),
  published_by uuid references staff (id) on delete restrict,
  published_at timestamptz,
  unique (guide_id, number),
  check ((state = 'published') = (published_at is not null)),
  check (published_by is null or state = 'published')
);
comment on table guide_versions is 'A guide as it was at one time. Its content is what app/domain/guides/guide-schema describes.';
comment on column guide_versions.changed is 'What whoever published it said that is different.';
comment on column guide_versions.edits is 'How often the draft was saved: whoever saves an older one is told.';
comment on column guide_versions.edited_by is 'Null for those that come with the product.';
create unique index guide_versions_one_draft_idx on guide_versions (guide_id) where state = 'draft';
create index guide_versions_edited_by_idx on guide_versions (edited_by);
create index guide_versions_published_by_idx on guide_versions (published_by);

create function guide_version_stays() returns trigger
  language plpgsql
  as $$
begin
  if old.state = 'published' then
    raise exception 'A published version of a guide is not changed.' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger guide_versions_stay before update on guide_versions for each row execute function guide_version_stays();

alter table guides enable row level security, force row level security;
alter table guide_versions enable row level security, force row level security;
create policy guides_owner on guides for all to current_user using (true) with check (true);
create policy guide_versions_owner on guide_versions for all to current_user using (true) with check (true);

create policy guides_read on guides for select to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and case when partnership_id is null then (select viewer_partnership()) is not null else partnership_id = (select viewer_partnership()) end
  );
create policy guides_adding on guides for insert to fingerpost_web
  with check ((select viewer_purpose()) = 'desk' and partnership_id = (select viewer_partnership()));
create policy guide_versions_read on guide_versions for select to fingerpost_web
  using ((select viewer_purpose()) = 'desk' and exists (select from guides where guides.id = guide_id));
create policy guide_versions_adding on guide_versions for insert to fingerpost_web
  with check (
    (select viewer_purpose()) = 'desk'
    and edited_by = (select viewer_id())
    and exists (select from guides where guides.id = guide_id and guides.partnership_id = (select viewer_partnership()))
  );
create policy guide_versions_changing on guide_versions for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and exists (select from guides where guides.id = guide_id and guides.partnership_id = (select viewer_partnership()))
  );
create policy guide_versions_dropping on guide_versions for delete to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and state = 'draft'
    and exists (select from guides where guides.id = guide_id and guides.partnership_id = (select viewer_partnership()))
  );

grant select, insert on guides to fingerpost_web;
grant select, insert, update, delete on guide_versions to fingerpost_web;
