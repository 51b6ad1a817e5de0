-- A reference that is taken is not given again. With 200,000 people one in 300 would have been.
create or replace function new_reference() returns text
  volatile security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  -- No vowels, so that it never spells a word, and none of 0O 1IL 2Z 5S 8B UV, which are misheard and misread.
  letters constant text := '34679CDFGHJKMNPQRTWXY';
  made text;
begin
  loop
    select string_agg(substr(letters, 1 + floor(random() * length(letters))::integer, 1), '') into made
    from generate_series(1, 6);
    made := 'P-' || left(made, 3) || '-' || right(made, 3);
    -- With a figure in it, it cannot be taken for a name.
    if made ~ '[0-9]' and not exists (select from people where reference = made) then
      return made;
    end if;
  end loop;
end
$$;
