/**
 * What would happen to a team's open cases and waiting list: plain arithmetic, week by week, without chance.
 *
 * - `ended = open ÷ weeks`: as many end in a week as the mean length of a case says.
 * - `begun = min(waiting + referrals, room − open + ended)`: whoever waits is taken as soon as there is room.
 * - Little's law (J. D. C. Little, 'A Proof for the Queuing Formula: L = λW', Operations Research 9 (3), 1961): what stays is
 *   open = referrals a week × weeks a case lasts, if there is room for as many; otherwise the team is full and takes
 *   room ÷ weeks a week, and the rest waits.
 * - A wait is what stands before somebody, by how fast it moves: waiting ÷ begun a week.
 *
 * It is a sum and no forecast: people do not come evenly, and short cases leave before long ones.
 */
export interface TeamNow {
  /** Open cases with a worker. */
  open: number;
  /** Who waits: in the inbox, and accepted with nobody yet. */
  waiting: number;
  /** Open cases all who stay have room for. */
  room: number;
  workers: number;
}

export interface Flow {
  /** Referrals taken in a month, of 52 ÷ 12 weeks. */
  referrals: number;
  /** How long a case lasts. */
  weeks: number;
}

export interface Outlook {
  /** After so many months. */
  months: number;
  open: number;
  openEach: number;
  waiting: number;
  /** For somebody who asks then; null where nobody is taken at all. */
  waitWeeks: number | null;
}

interface WhatIf {
  after: Outlook[];
  /** Referrals a month that the team can keep up with. */
  sustainable: number;
  /** Open cases for each worker once it has settled, by Little's law. */
  settledEach: number | null;
}

export const WEEKS_A_MONTH = 52 / 12;
const MONTHS = [3, 6, 12] as const;

/** @param flow above 0 in both */
export function whatIf(team: TeamNow, {referrals, weeks}: Flow): WhatIf {
  const arriving = referrals / WEEKS_A_MONTH;
  const after: Outlook[] = [];
  // A case that lasts less than a week is over within it.
  const ending = Math.min(1, 1 / weeks);
  let {open, waiting} = team;
  let begun = 0;
  const last = Math.round(MONTHS.at(-1)! * WEEKS_A_MONTH);
  for (let week = 1; week <= last; week++) {
    const ended = open * ending;
    begun = Math.max(0, Math.min(waiting + arriving, team.room - open + ended));
    open += begun - ended;
    waiting += arriving - begun;
    const months = MONTHS.find((each) => Math.round(each * WEEKS_A_MONTH) === week);
    if (months !== undefined)
      after.push({months, open, openEach: each(open, team.workers), waiting, waitWeeks: wait(waiting, begun)});
  }
  return {
    after,
    sustainable: (team.room / Math.max(1, weeks)) * WEEKS_A_MONTH,
    settledEach: team.workers > 0 ? Math.min(arriving * Math.max(1, weeks), team.room) / team.workers : null,
  };
}

const each = (open: number, workers: number) => (workers > 0 ? open / workers : 0);

/** Less than half a person who waits is nobody: the sum knows no whole people. */
function wait(waiting: number, begun: number): number | null {
  if (waiting < 0.5) return 0;
  return begun > 0 ? waiting / begun : null;
}
