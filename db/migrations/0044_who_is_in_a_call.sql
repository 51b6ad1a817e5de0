-- Who is in a call is told when it changes: not each time that somebody is heard of again, which would have two pages that
-- follow each other answer one another without end. Told with whoever it is about, so that their own page need not ask.

create or replace function tell_of_draft_part() returns trigger
  language plpgsql
  as $$
begin
  -- Whose page it was typed in, so that this very page need not ask again.
  if tg_op = 'DELETE' then
    perform tell('call', old.draft_id, old.draft_id);
  elsif tg_table_name = 'call_draft_fields' then
    perform tell('call', new.draft_id, (to_jsonb(new) ->> 'changed_from')::uuid);
  elsif
    tg_op = 'INSERT'
    or to_jsonb(old) ->> 'field' is distinct from to_jsonb(new) ->> 'field'
    -- They had been away so long that they no longer counted as there.
    or (to_jsonb(old) ->> 'seen_at')::timestamptz < now() - interval '40 seconds'
  then
    perform tell('call', new.draft_id, (to_jsonb(new) ->> 'staff_id')::uuid);
  end if;
  return null;
end
$$;
