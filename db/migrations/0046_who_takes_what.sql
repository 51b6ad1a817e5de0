-- Who may work on what was handed on, and who sees a promise to ring back about a restricted call.

-- A professional takes up what is for their own discipline, or what their discipline was asked about or called in to talk
-- over. Whoever was given something by a team lead works on it too, and may tell the caller once it is finished.
drop policy handoffs_working on handoffs;
create policy handoffs_working on handoffs for update to fingerpost_web
  using (
    (select viewer_purpose()) = 'desk'
    and partner_id = (select viewer_partner())
    and (
      works_queue(queue_id)
      or claimed_by = (select viewer_id())
      or closed_by = (select viewer_id())
      or was_asked(id)
      or (is_restricted and (select viewer_safeguards()))
      or (not is_restricted and (select viewer_leads()))
    )
  )
  with check ((select viewer_purpose()) = 'desk' and partner_id = (select viewer_partner()));

create function may_take(handoff uuid) returns boolean
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select exists (
    select
    from handoffs
    where
      id = handoff
      and partner_id = viewer_partner()
      and (
        works_queue(queue_id)
        or claimed_by = viewer_id()
        or was_asked(id)
        or (is_restricted and viewer_safeguards())
        or (not is_restricted and viewer_leads())
      )
  );
end;
comment on function may_take is 'Whether the viewer may take up something handed on: the policy handoffs_working, for pages.';

-- A promise to ring back tells what the call was about.
create policy call_backs_restricted on call_backs as restrictive for select to fingerpost_web
  using (staff_id = (select viewer_id()) or exists (select from calls where calls.id = call_backs.call_id));
create policy call_backs_restricted_done on call_backs as restrictive for update to fingerpost_web
  using (staff_id = (select viewer_id()) or exists (select from calls where calls.id = call_backs.call_id))
  with check (true);
create policy call_back_attempts_restricted on call_back_attempts as restrictive for all to fingerpost_web
  using (exists (select from call_backs where call_backs.id = call_back_id));

revoke execute on function may_take(uuid) from public;
grant execute on function may_take(uuid) to fingerpost_web;
