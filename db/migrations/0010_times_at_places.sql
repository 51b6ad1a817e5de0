-- Times and phones may belong to a service at one of its places: a change there must reach its listing too.

create function queue_from_children_at_places() returns trigger language plpgsql as $$
begin
  perform queue_listings(array(
    select service_id from changed where service_id is not null
    union
    select at.service_id from services_at_locations at join changed on changed.service_at_location_id = at.id
    union
    select at.service_id from services_at_locations at join changed on changed.location_id = at.location_id
  ));
  return null;
end $$;

do $$
declare
  child text;
  happening text;
begin
  foreach child in array array['schedules', 'phones'] loop
    foreach happening in array array['insert', 'update', 'delete'] loop
      execute format('drop trigger %I on %I', 'queue_after_' || happening, child);
      execute format(
        'create trigger %I after %s on %I referencing %s table as changed for each statement execute function queue_from_children_at_places()',
        'queue_after_' || happening, happening, child, case happening when 'delete' then 'old' else 'new' end);
    end loop;
  end loop;
end $$;
