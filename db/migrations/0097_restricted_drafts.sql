-- A call that ends with a safeguarding concern is closed to the desk. So it is while it is still being taken, from the moment
-- that such an ending or the words of a concern stand in it: whoever takes it, whoever put that in, and those who safeguard
-- go on with it; for everybody else it is not there.

alter table call_drafts add column restricted_by uuid references staff (id) on delete restrict;
comment on column call_drafts.restricted_by is
  'Who put a safeguarding concern into it. Null: there is none, and the whole desk may read it. Kept from its fields, never typed.';
create index call_drafts_restricted_by_idx on call_drafts (restricted_by);

create function field_restricts(name text, value text) returns boolean
  immutable parallel safe language sql
  return case name
    when 'endings' then 'safeguarding' = any(string_to_array(replace(value, ' ', ''), ','))
    when 'concern' then btrim(value) <> ''
    else false
  end;
comment on function field_restricts is 'Whether this field, as it is typed, closes its call to the desk.';

-- A choice that was a slip is taken back by whoever made it, words and all, and the call is the desk's again.
create function restrict_draft() returns trigger
  security definer set search_path = public, pg_temp language plpgsql
  as $$
begin
  update call_drafts
  set restricted_by = case when now_restricted then coalesce(restricted_by, new.changed_by) end
  from (
    select exists (
      select from call_draft_fields
      where draft_id = new.draft_id and name in ('endings', 'concern') and field_restricts(name, value)
    ) as now_restricted
  ) as typed
  where id = new.draft_id and (restricted_by is not null) <> now_restricted;
  if found then
    perform tell('desk', new.partner_id, new.draft_id);
  end if;
  return null;
end
$$;
comment on function restrict_draft is 'Closes a call to the desk while a safeguarding concern stands in it; lists of the desk are told to look again.';
revoke execute on function restrict_draft from public;
create trigger call_draft_fields_restrict after insert or update of value on call_draft_fields
  for each row when (new.name in ('endings', 'concern')) execute function restrict_draft();

update call_drafts
set restricted_by = field.changed_by
from call_draft_fields as field
where field.draft_id = call_drafts.id and field.name in ('endings', 'concern') and field_restricts(field.name, field.value);

create policy call_drafts_restricted on call_drafts as restrictive for all to fingerpost_web
  using (
    restricted_by is null
    or opened_by = (select viewer_id())
    or restricted_by = (select viewer_id())
    or (select viewer_safeguards())
  );
create policy call_draft_fields_restricted on call_draft_fields as restrictive for all to fingerpost_web
  using (exists (select from call_drafts where call_drafts.id = draft_id));
create policy call_presence_restricted on call_presence as restrictive for all to fingerpost_web
  using (exists (select from call_drafts where call_drafts.id = draft_id));

-- A call that was left lying must not lie there because it is restricted. A lead sees of each what gives it to somebody, and
-- nothing of what it is about, nor which of them are restricted.

create function lying_drafts(minutes integer, most integer)
  returns table (id uuid, reference text, opened_by uuid, opened_at timestamptz, changed_at timestamptz)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select id, reference, opened_by, opened_at, changed_at
  from call_drafts
  where
    partner_id = viewer_partner()
    and partnership_id = viewer_partnership()
    and changed_at < now() - make_interval(mins => minutes)
    and viewer_purpose() = 'desk'
    and viewer_leads()
  order by changed_at
  limit most;
end;
comment on function lying_drafts is 'For a lead: calls of their desk in which nobody has typed for so many minutes, without what they are about.';

create function give_draft(which uuid, was_with uuid, goes_to uuid) returns boolean
  security definer set search_path = public, pg_temp language plpgsql
  as $$
declare
  about uuid;
begin
  update call_drafts set opened_by = goes_to, changed_at = clock_timestamp()
  where
    id = which
    and opened_by = was_with
    and partner_id = viewer_partner()
    and viewer_purpose() = 'desk'
    and viewer_leads()
    and exists (select from staff where staff.id = goes_to and staff.partner_id = viewer_partner() and disabled_at is null)
  returning person_id into about;
  if not found then
    return false;
  end if;
  perform record_act('call_joined', about, jsonb_build_object('call', which, 'given', goes_to, 'was', was_with));
  return true;
end
$$;
comment on function give_draft is 'For a lead: gives a call that is being taken to somebody of their desk, and writes that down. False when it is not with whom it was shown.';
revoke execute on function lying_drafts, give_draft from public;
grant execute on function lying_drafts, give_draft to fingerpost_web;
