import type {Clock} from './call-types.ts';

/** How a call has gone so far, in whole seconds. @param now milliseconds, by the clock of the server */
export function callSeconds({openedAt, heldSince, heldSeconds, talkEndedAt}: Clock, now: number) {
  const until = talkEndedAt ?? now;
  const held = heldSeconds + (heldSince === null ? 0 : seconds(until - heldSince));
  return {
    talk: Math.max(0, seconds(until - openedAt) - held),
    held,
    after: talkEndedAt === null ? 0 : seconds(now - talkEndedAt),
    phase: talkEndedAt !== null ? ('after' as const) : heldSince !== null ? ('held' as const) : ('talking' as const),
  };
}

const seconds = (ms: number) => Math.max(0, Math.floor(ms / 1000));

/** 754 → '12:34'; from an hour on '1:02:03'. */
export function clockInWords(total: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(total / 3600), Math.floor(total / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`;
}
