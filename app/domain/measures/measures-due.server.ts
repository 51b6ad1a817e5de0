/** Which measures a worker has to ask now, in all their cases. For their day. */
import type {ISql} from '../../../db/client.ts';
import {nameOf} from '../cases/case-rows.server.ts';
import {londonClock, type CalendarDate} from '../dates/calendar-date.ts';
import {allSchedules} from './scales.server.ts';
import type {Occasion} from './occasions.ts';
import {askedNow, listDue} from './schedule.ts';

export interface DueMeasure {
  caseId: string;
  reference: string;
  /** Missing where the person no longer lets the provider come near. */
  name: string | null;
  /** Keys of the scales that are due on the same occasion. */
  scales: string[];
  occasion: Occasion;
  dueOn: CalendarDate;
  isOverdue: boolean;
}

/**
 * Of the cases the viewer walks with, those in which a measure is due, the longest overdue first; also of cases that are
 * over, where a contract asks later. Runs inside `caseload`.
 * @param most as many as the caller shows
 */
export async function measuresDue(
  tx: ISql,
  viewer: {staffId: string; partnerId: string},
  today: CalendarDate,
  most = 50,
): Promise<DueMeasure[]> {
  // Most cases have nothing due: only those come here in which something can be, and was not taken.
  const asked = JSON.stringify(askedNow(allSchedules(), today));
  const cases = await tx<
    {id: string; reference: string; needs: string[]; openedAt: Date; closedAt: Date | null; taken: string[]}[]
  >`
    select id, reference, needs, opened_at, closed_at, taken
    from cases_to_measure(${viewer.staffId}, ${asked}::text::jsonb)
  `;
  const due = cases.flatMap(({id, reference, needs, openedAt, closedAt, taken}) => {
    const days = {
      openedOn: londonClock(openedAt).date,
      closedOn: closedAt && londonClock(closedAt).date,
      needs,
    };
    const had = taken.map((one) => {
      const [scale = '', occasion = ''] = one.split(' ');
      return {scale, occasion: occasion as Occasion};
    });
    const now = listDue(allSchedules(), days, had, today).filter(({state}) => state === 'due' || state === 'overdue');
    const occasions = [...new Set(now.map(({occasion}) => occasion))];
    return occasions.map((occasion) => {
      const asked = now.filter((one) => one.occasion === occasion);
      return {
        caseId: id,
        reference,
        scales: asked.map(({scale}) => scale),
        occasion,
        dueOn: asked[0]!.dueOn,
        isOverdue: asked.some(({state}) => state === 'overdue'),
      };
    });
  });
  const first = due.sort((one, other) => one.dueOn.localeCompare(other.dueOn)).slice(0, most);
  // Only of those that are shown.
  const names = await tx<{id: string; name: string | null}[]>`
    select cases.id, ${nameOf(tx)} as name
    from cases
    join people on people.id = cases.person_id
    where cases.id = any(${first.map(({caseId}) => caseId)})
  `;
  const nameOfCase = new Map(names.map(({id, name}) => [id, name]));
  return first.map((one) => ({...one, name: nameOfCase.get(one.caseId) ?? null}));
}
