/** What stands beside the next steps of a day, in the words of its page. */
import type {DueMeasureView} from '../../components/caseload/measures-due.tsx';
import type {ReviewView} from '../../components/caseload/plans-to-review.tsx';
import type {PromisedCallView} from '../../components/caseload/promised-calls.tsx';
import type {OnwardDueView} from '../../components/onward/onward-due.tsx';
import type {SupervisionDueView} from '../../components/caseload/supervision-due.tsx';
import {newSubmission} from '../../domain/access/submissions.server.ts';
import {dueWords} from '../../domain/cases/case-status.ts';
import type {DueReview, PromisedCall} from '../../domain/cases/day-lists.server.ts';
import type {CalendarDate} from '../../domain/dates/calendar-date.ts';
import type {DueMeasure} from '../../domain/measures/measures-due.server.ts';
import {getScale} from '../../domain/measures/scales.server.ts';
import {OCCASIONS} from '../../domain/measures/occasions.ts';
import type {OnwardDue} from '../../domain/onward/onward-day.server.ts';
import {STATES} from '../../domain/onward/onward-life.ts';
import type {Flagged} from '../../domain/people/alerts-and-needs.server.ts';
import {showPhone} from '../../domain/people/phone.ts';
import {ringWarningInWords} from '../../domain/people/ring-warnings.ts';
import {dueInWords} from '../../domain/queues/response-clock.ts';
import type {SupervisionDue} from '../../domain/team/supervision.server.ts';
import {dayWords} from '../../domain/dates/day-in-words.ts';

const due = (on: CalendarDate, today: CalendarDate) => ({...dueWords(on, today), day: dayWords(on)});

export const toMeasureView = (measure: DueMeasure, today: CalendarDate): DueMeasureView => ({
  key: `${measure.caseId} ${measure.occasion}`,
  href: `/caseload/cases/${measure.caseId}/measures`,
  name: measure.name ?? measure.reference,
  says: `${measure.scales.map((key) => getScale(key)?.shortName ?? key).join(', ')} (${OCCASIONS[measure.occasion].toLowerCase()})`,
  // Each scale may be asked some while after its day: until then nobody is late.
  due: measure.isOverdue ? due(measure.dueOn, today) : {words: 'Due now', state: 'today', day: dayWords(measure.dueOn)},
});

export const toReviewView = ({caseId, reference, name, reviewOn}: DueReview, today: CalendarDate): ReviewView => ({
  href: `/caseload/cases/${caseId}/plan`,
  name: name ?? reference,
  due: due(reviewOn, today),
});

export const toOnwardView = (one: OnwardDue): OnwardDueView => ({
  ...one,
  name: one.name ?? one.reference,
  words: one.isReply ? STATES[one.state] : 'No answer for 14 days',
});

export const toSupervisionDueView = ({id, what, dueOn}: SupervisionDue, today: CalendarDate): SupervisionDueView => ({
  id,
  what,
  due: due(dueOn, today),
});

export const toCallView = ({dueAt, phone, tries, ...call}: Flagged<PromisedCall>, now: Date): PromisedCallView => ({
  id: call.id,
  submission: newSubmission(),
  about: call.about,
  mustKnow: call.mustKnow,
  phone,
  phoneShown: phone && showPhone(phone),
  warning: ringWarningInWords(call.ringWarning),
  when: dueInWords(dueAt, now).replace(/^./, (letter) => letter.toUpperCase()),
  isLate: dueAt < now,
  tries: tries === 0 ? '' : tries === 1 ? 'Tried once' : `Tried ${tries} times`,
});
