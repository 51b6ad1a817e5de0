/** Visits in words, and when somebody counts as overdue. Pure; safe in the browser. */

export const VISIT_MODES = {home: 'At home', community_venue: 'In the community'} as const;
export type VisitMode = keyof typeof VISIT_MODES;

/** How long after the time somebody gave their leads are told: a bus may be late, and a last word on the doorstep long. */
export const GRACE_MINUTES = 15;
/** What one press adds. */
export const MORE_MINUTES = 30;

export const minutesAfter = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * 60_000);

/** `later`: not left yet. `late`: past their time, nobody is told yet. `overdue`: their leads are told. */
type VisitState = 'later' | 'out' | 'late' | 'overdue' | 'back' | 'called_off';

export interface VisitTimes {
  leavesAt: Date;
  backBy: Date;
  backAt: Date | null;
  calledOffAt: Date | null;
}

export function stateOf({leavesAt, backBy, backAt, calledOffAt}: VisitTimes, now: Date): VisitState {
  if (calledOffAt) return 'called_off';
  if (backAt) return 'back';
  if (minutesAfter(backBy, GRACE_MINUTES) < now) return 'overdue';
  if (backBy < now) return 'late';
  return leavesAt <= now ? 'out' : 'later';
}
