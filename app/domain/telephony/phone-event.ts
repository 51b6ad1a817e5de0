/** What a telephone system tells us: see docs/telephony.md. */
import {z} from 'zod';

const key = z.string().trim().min(1).max(100);

const phoneEventShape = z.object({
  /** Its own number for this event: sent again, it does nothing. */
  id: key,
  event: z.enum(['ringing', 'answered', 'ended']),
  /** Its own number for the call: the same in all three. */
  call: key,
  extension: z.string().regex(/^[0-9A-Za-z*#._-]{1,20}$/),
  /** The number of the caller, in any usual form. Empty or left out when it is withheld. */
  from: z.string().max(200).nullish(),
});
export type PhoneEvent = z.output<typeof phoneEventShape>;

/** An event from the body of a request; null for anything else. */
export function readPhoneEvent(body: string): PhoneEvent | null {
  try {
    const read = phoneEventShape.safeParse(JSON.parse(body));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
