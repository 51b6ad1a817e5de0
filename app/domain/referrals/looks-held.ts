/** What no person would send. It is held back for somebody to look at, never thrown away: a person may be fast. */
import type {HeldBecause} from './referral-choices.ts';

/** Several pages of questions; whoever only presses Continue still needs longer than this. */
const FASTEST_MS = 4000;
const MOST_LINKS = 2;

export function looksHeld({
  trap,
  reason,
  startedAt,
  sentAt,
  isWithinRate,
}: {
  /** A field that is hidden from people. */
  trap: string;
  reason: string;
  startedAt: Date;
  sentAt: Date;
  isWithinRate: boolean;
}): HeldBecause | null {
  if (trap.trim() !== '') return 'trap';
  if (sentAt.getTime() - startedAt.getTime() < FASTEST_MS) return 'too_fast';
  if ((reason.match(/https?:\/\/|www\./gi) ?? []).length > MOST_LINKS) return 'links';
  return isWithinRate ? null : 'too_many';
}
