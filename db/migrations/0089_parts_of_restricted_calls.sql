-- What belongs to a call is read by whoever may read the call. A desk could read the needs, endings, services, gaps and
-- earlier versions of its restricted calls, although not the calls themselves.

do $$
declare
  place text;
begin
  foreach place in array array['call_needs', 'call_dispositions', 'call_services', 'call_versions', 'gaps'] loop
    execute format(
      'create policy %I on %I as restrictive for select to fingerpost_web using (call_id is null or exists (select from calls where calls.id = call_id))',
      place || '_restricted', place);
  end loop;
end
$$;
