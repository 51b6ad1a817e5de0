-- What was agreed in a call is written down as a message; whether it went out was known to the post room alone, and the page of
-- the call said 'sent' of one that nobody could deliver. A message knows its call now, and whoever took it is told.

alter table messages add column call_id uuid references calls (id) on delete set null;
comment on column messages.call_id is 'The call in which this was agreed, so that whoever took it is told when it does not go out.';
create index messages_call_idx on messages (call_id);
create index messages_given_up_idx on messages (created_at) where sent_at is null and next_try_at is null;

-- For the functions below, which give nothing of what a message says or to whom.
create policy messages_of_call on messages for select to current_user using (true);

create function call_message_state(call uuid) returns text
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select
    case
      when messages.sent_at is not null then 'sent'
      when messages.next_try_at is null then 'failed'
      else 'waiting'
    end
  from messages
  join calls on calls.id = messages.call_id
  where messages.call_id = call and viewer_purpose() = 'desk' and calls.partner_id = viewer_partner()
  order by messages.created_at desc
  limit 1;
end;
comment on function call_message_state is
  'Whether the message of a call of the viewer''s desk went out: sent, waiting, failed (given up after all tries), or null.';

create function undelivered_of_viewer() returns table (call_id uuid, reference text, channel text)
  stable security definer set search_path = public, pg_temp language sql
begin atomic
  select calls.id, calls.reference, messages.channel
  from messages
  join calls on calls.id = messages.call_id
  where
    messages.sent_at is null
    and messages.next_try_at is null
    and messages.created_at > now() - interval '7 days'
    and viewer_purpose() = 'desk'
    and calls.partner_id = viewer_partner()
    and calls.handler_id = viewer_id()
  order by messages.created_at
  limit 20;
end;
comment on function undelivered_of_viewer is 'Calls that the viewer took in the last seven days and whose message was given up.';
revoke execute on function call_message_state, undelivered_of_viewer from public;
grant execute on function call_message_state, undelivered_of_viewer to fingerpost_web;
