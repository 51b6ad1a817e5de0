/** What proves that an event comes from the telephone system: HMAC-SHA256 with a secret that it shares with the site. */
import {createHmac, timingSafeEqual} from 'node:crypto';

/** How far the clock of the telephone system may be off, either way, in seconds. */
const CLOCK_SKEW = 300;

/** `v1=` and 64 hexadecimal figures, over the seconds since 1970, a full stop, and the body exactly as it is sent. */
export function signEvent(secret: string, timestamp: string, body: string | Buffer): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

interface Sent {
  timestamp: string | undefined;
  signature: string | undefined;
  body: Buffer;
}

/**
 * Whether an event is genuine and of now. A header may hold several signatures with commas between them, so that a
 * secret can be changed without a break.
 * @param now milliseconds since 1970
 */
export function isGenuine(secret: string, {timestamp, signature, body}: Sent, now: number): boolean {
  if (!timestamp || !/^\d{9,11}$/.test(timestamp) || !signature || signature.length > 500) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > CLOCK_SKEW) return false;
  const right = Buffer.from(signEvent(secret, timestamp, body));
  return signature
    .split(',')
    .map((one) => Buffer.from(one.trim()))
    .some((given) => given.length === right.length && timingSafeEqual(given, right));
}
