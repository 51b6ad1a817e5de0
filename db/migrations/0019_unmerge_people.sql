-- Taking records apart: the words of the reason were mistaken for the column of the same name.

create or replace function unmerge_people(merge uuid, why text) returns text
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  undone merges;
begin
  update merges
  set undone_at = clock_timestamp(), undone_by = viewer_id(), undone_why = unmerge_people.why
  where
    id = merge
    and undone_at is null
    and into_id = any(viewer_opened_people())
    and person_id = any(viewer_opened_people())
  returning * into undone;
  if undone.id is null then
    return 'not_found';
  end if;
  update people set merged_into = null where id = undone.person_id;
  return 'unmerged';
end
$$;
