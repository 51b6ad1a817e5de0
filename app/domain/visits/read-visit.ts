/** What is typed about a visit becomes what is kept, or kind words beside each field. */
import {readDay, type ReadForm, type Problems, type Typed} from '../cases/read-case-forms.ts';
import {addDays, londonMoment, type CalendarDate} from '../dates/calendar-date.ts';
import {clock, readTime} from '../directory/import/clean-time.ts';
import {VISIT_MODES, type VisitMode} from './visit-choices.ts';

export interface Visit {
  mode: VisitMode;
  /** An address of the record, or what was typed. */
  place: {recordId: string} | {words: string};
  companion: string | null;
  leavesAt: Date;
  backBy: Date;
  /** They have said that they go although the record says 'Do not visit'. */
  isSettled: boolean;
}

/** Further ahead nobody knows by when they are back. */
const FURTHEST_DAYS = 90;

const words = (typed: Typed, name: string) => (typed[name] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * @param today 'YYYY-MM-DD'
 * @param now the moment of the request: without a time they leave now
 */
export function readVisit(typed: Typed, today: CalendarDate, now: Date): ReadForm<Visit> {
  const problems: Problems = {};
  const mode = words(typed, 'mode') as VisitMode;
  if (!Object.hasOwn(VISIT_MODES, mode)) problems.mode = 'Choose what kind of visit it is';
  const [where, place, companion] = [words(typed, 'where'), words(typed, 'place'), words(typed, 'companion')];
  const isOfRecord = IS_ID.test(where);
  if (isOfRecord && place) problems.place = 'Choose ‘Somewhere else’ above, or empty this';
  else if (!isOfRecord && !place) problems.place = 'Say where you will be';
  else if (place.length > 400) problems.place = 'Use 400 letters at most';
  if (companion.length > 200) problems.companion = 'Use 200 letters at most';

  const day = words(typed, 'onDay') ? readDay(words(typed, 'onDay'), today) : today;
  if (!day) problems.onDay = 'Write a day like 3/12/2026';
  else if (day < today) problems.onDay = 'Choose today or a day to come';
  else if (day > addDays(today, FURTHEST_DAYS)) problems.onDay = 'Choose a day in the next three months';
  const leaves = momentOf(words(typed, 'leaves'), day);
  const back = momentOf(words(typed, 'backBy'), day);
  if (leaves === 'unclear') problems.leaves = 'Write a time like 2:30pm';
  else if (!leaves && day && day > today) problems.leaves = 'Say when you leave';
  if (back === 'unclear') problems.backBy = 'Write a time like 4:30pm';
  else if (!words(typed, 'backBy')) problems.backBy = 'Say by when you are back';
  if (Object.keys(problems).length > 0 || !(back instanceof Date) || leaves === 'unclear') return {ok: false, problems};
  const leavesAt = leaves ?? now;
  if (back <= leavesAt) return {ok: false, problems: {backBy: 'Choose a time after you leave'}};
  if (back <= now) return {ok: false, problems: {backBy: 'Choose a time that is still to come'}};
  return {
    ok: true,
    value: {
      mode,
      place: isOfRecord ? {recordId: where} : {words: place},
      companion: companion || null,
      leavesAt,
      backBy: back,
      isSettled: typed.settled === 'yes',
    },
  };
}

/** A time on the clock in Britain on that day; null where nothing is typed. */
function momentOf(text: string, day: CalendarDate | null): Date | 'unclear' | null {
  if (!text) return null;
  const minutes = readTime(text);
  if (minutes === null || minutes >= 24 * 60) return 'unclear';
  return day ? londonMoment(day, clock(minutes)) : null;
}

/**
 * What alerts of the record ask of whoever goes there. They are of the person and not of one address, so they count for
 * visits at home, and for other places too where it is people who are the risk.
 */
export function alertProblems(
  kinds: readonly string[],
  {mode, companion, isSettled}: Pick<Visit, 'mode' | 'companion' | 'isSettled'>,
): Problems {
  if (kinds.includes('visit_in_pairs') && !companion)
    return {companion: 'Their record says: visit in pairs. Say who goes with you'};
  if (kinds.includes('do_not_visit') && mode === 'home' && !isSettled)
    return {settled: 'Their record says: do not visit. Meet elsewhere, or say that your lead knows'};
  return {};
}
