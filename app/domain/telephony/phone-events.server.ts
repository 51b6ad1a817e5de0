/** Takes in what the telephone system tells. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {readPhone} from '../people/phone.ts';
import type {PhoneEvent} from './phone-event.ts';

/** `again`: it was taken in before; `nobody`: nobody has that extension. Either way there is nothing more to do. */
type TakenIn = 'taken' | 'again' | 'nobody';

/**
 * Takes in one event, once. What the caller's telephone says of itself is kept only where it is a number; names and
 * anything else are dropped. Events may come late or out of order: a call that has ended stays ended.
 */
export function takeIn(sql: Sql, {id, event, call, extension, from}: PhoneEvent): Promise<TakenIn> {
  return within(sql, {purpose: 'telephony'}, async (tx) => {
    const {count} = await tx`insert into phone_events (id) values (${id}) on conflict do nothing`;
    if (count === 0) return 'again';
    const caller = from ? readPhone(from) : null;
    const [ring] = await tx`
      insert into phone_rings as ring (staff_id, partner_id, phone_call, caller, state)
      select staff_phones.staff_id, staff_phones.partner_id, ${call}, ${caller}, ${event}
      from staff_phones
      join staff on staff.id = staff_phones.staff_id
      where extension = ${extension} and staff.disabled_at is null
      on conflict (staff_id, phone_call) do update
      set
        caller = coalesce(ring.caller, excluded.caller),
        state = case
          when 'ended' in (ring.state, excluded.state) then 'ended'
          when 'answered' in (ring.state, excluded.state) then 'answered'
          else 'ringing'
        end,
        changed_at = now()
      returning id
    `;
    return ring ? 'taken' : 'nobody';
  });
}
