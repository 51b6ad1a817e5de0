/** How many open cases a link worker has room for. Pure, and safe in the browser. */

/** Hours of a full-time week in the NHS (Agenda for Change, section 10). */
export const FULL_TIME_HOURS = 37.5;

/**
 * Open cases of somebody full time where nobody has set a ceiling: 225 people a year (the middle of NHS England's 200 to
 * 250) of 13 weeks each come to 225 × 13 ÷ 52 ≈ 56 at a time (Little's law).
 */
export const FULL_TIME_OPEN = 56;

export interface Week {
  /** Hours a week; null where nobody has said, which is taken for full time. */
  hours: number | null;
  /** Open cases at most, where a lead has set it. */
  ceiling: number | null;
}

/** The ceiling, or else what the hours come to: at least one. */
export const roomOf = ({hours, ceiling}: Week): number =>
  ceiling ?? Math.max(1, Math.round((FULL_TIME_OPEN * (hours ?? FULL_TIME_HOURS)) / FULL_TIME_HOURS));
