/** Whether a call that was resolved at first contact held: the rule of seven days (docs/first-contact.md). Pure. */

/** Seven times 24 hours from its beginning, clock changes or not. */
const SUSTAINED_HOURS = 168;

export type Sustained =
  /** Known at `at`. */
  | {kind: 'pending'; at: Date}
  /** Nobody got in touch again until `at`. */
  | {kind: 'held'; at: Date}
  | {kind: 'came_back'; at: Date}
  /** About nobody whom we know: it cannot be told. */
  | {kind: 'not_followed'};

interface Claimed {
  isEligible: boolean;
  isResolved: boolean;
  personId: string | null;
  startedAt: Date;
  /** The first contact about the same within the seven days. */
  cameBackAt: Date | null;
}

/** Null for a call that does not claim to have been resolved. */
export function sustainedOf(call: Claimed, now: Date): Sustained | null {
  if (!call.isEligible || !call.isResolved) return null;
  if (!call.personId) return {kind: 'not_followed'};
  if (call.cameBackAt) return {kind: 'came_back', at: call.cameBackAt};
  const at = new Date(call.startedAt.getTime() + SUSTAINED_HOURS * 3_600_000);
  return {kind: at > now ? 'pending' : 'held', at};
}
