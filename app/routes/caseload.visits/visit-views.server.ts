/** A visit in the words of its card. */
import type {VisitView} from '../../components/visits/visit-view.ts';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {londonClock} from '../../domain/dates/calendar-date.ts';
import type {Flagged} from '../../domain/people/alerts-and-needs.server.ts';
import {dueInWords, lengthInWords} from '../../domain/queues/response-clock.ts';
import type {VisitRow} from '../../domain/visits/list-visits.server.ts';
import {stateOf, VISIT_MODES} from '../../domain/visits/visit-choices.ts';

interface Looks {
  staffId: string;
  isLead: boolean;
}

/** @param viewer whose page it is: their own visits are not said to be theirs */
export function toVisitView(visit: VisitRow & Partial<Flagged<VisitRow>>, viewer: Looks, now: Date): VisitView {
  const {leavesAt, backBy, backAt} = visit;
  const state = stateOf(visit, now);
  const isOwn = visit.staffId === viewer.staffId;
  const minutes = Math.floor((now.getTime() - backBy.getTime()) / 60_000);
  const says = {
    later: upper(dueInWords(leavesAt, now)),
    out: 'Out now',
    late: 'Should be back',
    overdue: `Overdue by ${lengthInWords(minutes)}`,
    back: backAt ? `Back ${dueInWords(backAt, now)}` : 'Back',
    called_off: 'Called off',
  }[state];
  return {
    id: visit.id,
    caseId: visit.caseId,
    submission: newSubmission(),
    name: visit.name ?? visit.reference,
    who: isOwn ? null : visit.staffName,
    isOpen: visit.backAt === null && visit.calledOffAt === null,
    state: state === 'overdue' || state === 'late' ? 'late' : state === 'out' ? 'today' : 'later',
    says,
    where: [VISIT_MODES[visit.mode], visit.place].filter(Boolean).join(': '),
    facts: [
      state === 'later' || state === 'called_off' ? null : `Left ${dueInWords(leavesAt, now)}`,
      `${state === 'back' ? 'was to be back' : 'back by'} ${clockOn(backBy, leavesAt)}`,
      visit.companion ? `with ${visit.companion}` : 'alone',
      visit.toldAt && state === 'overdue' ? 'those who lead them were told' : null,
      visit.backWords,
    ]
      .filter(Boolean)
      .map((words, place) => (place === 0 ? upper(String(words)) : words))
      .join(' · '),
    mayEnd: isOwn || viewer.isLead,
    hasLeft: leavesAt <= now,
    mustKnow: visit.mustKnow ?? null,
  };
}

/** The hour alone where it is the day on which they leave. */
function clockOn(moment: Date, leavesAt: Date): string {
  const {date, time} = londonClock(moment);
  return date === londonClock(leavesAt).date ? time : `${time} the day after`;
}

const upper = (words: string) => words.replace(/^./, (letter) => letter.toUpperCase());
