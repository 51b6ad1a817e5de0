/** The answer to 'what if' in the words of its page, beside how things are. */
import type {OutlookView} from '../../components/caseload/outlook-table.tsx';
import {roomOf} from '../../domain/team/room.ts';
import type {TeamFacts} from '../../domain/team/team-now.server.ts';
import {whatIf, type Flow, type Outlook, type TeamNow} from '../../domain/team/what-if.ts';

/** One place after the point, and none where it is whole. */
export const round = (value: number): string => String(Math.round(value * 10) / 10);

/** @param asked null where what was typed is no number: only how it goes on is shown then */
export function outlookFor(facts: TeamFacts, now: Flow, asked: Flow | null, leaves: readonly string[]): OutlookView {
  const everybody = teamOf(facts, []);
  const rest = teamOf(facts, leaves);
  const goesOn = whatIf(everybody, now);
  const answer = asked && whatIf(rest, asked);
  const ended = everybody.open * Math.min(1, 1 / now.weeks);
  const present: Outlook = {
    months: 0,
    open: everybody.open,
    openEach: everybody.workers > 0 ? everybody.open / everybody.workers : 0,
    waiting: everybody.waiting,
    waitWeeks: everybody.waiting === 0 ? 0 : ended > 0 ? everybody.waiting / ended : null,
  };
  return {
    columns: [
      {title: 'Now', outlook: shown(present)},
      {title: 'As it goes on: in 12 months', outlook: shown(goesOn.after.at(-1)!)},
      ...(answer?.after.map((one) => ({title: `If so: in ${one.months} months`, outlook: shown(one)})) ?? []),
    ],
    facts: [
      teamWords('Now', everybody, goesOn.sustainable),
      ...(answer ? [teamWords('If so', rest, answer.sustainable)] : []),
    ],
  };
}

function teamOf({walkers, waiting}: TeamFacts, leaves: readonly string[]): TeamNow {
  const stay = walkers.filter(({id}) => !leaves.includes(id));
  return {
    // Whoever leaves leaves their cases to the others.
    open: walkers.reduce((sum, {open}) => sum + open, 0),
    waiting,
    room: stay.reduce((sum, walker) => sum + (walker.takesNew ? roomOf(walker) : walker.open), 0),
    workers: stay.length,
  };
}

const shown = ({open, openEach, waiting, waitWeeks}: Outlook) => ({
  openEach: String(Math.round(openEach)),
  open: String(Math.round(open)),
  waiting: String(Math.round(waiting)),
  wait: waitWeeks === null ? 'nobody is taken' : waitWeeks < 0.5 ? 'none' : inWeeks(Math.round(waitWeeks)),
});

const teamWords = (when: string, {workers, room}: TeamNow, sustainable: number) =>
  `${when}: ${workers} ${workers === 1 ? 'link worker has' : 'link workers have'} room for ${Math.round(room)} open cases, which keeps up with ${Math.round(sustainable)} new ones a month.`;

const inWeeks = (weeks: number): string => `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`;
