import type {ISql} from '../../../db/client.ts';
import type {Discipline} from '../access/roles.ts';
import {isOpen, type OpeningHours, type OutOfHours} from './opening-hours.ts';

/** Where a discipline of the viewer's partnership takes up what is handed to it. */
export interface Queue {
  id: string;
  partnerId: string;
  partnerName: string;
  discipline: Discipline;
  hours: OpeningHours;
  outOfHours: OutOfHours;
  leadId: string | null;
  version: number;
}

/** The queues of the viewer's partnership: at most one for each discipline. */
export function listQueues(tx: ISql): Promise<Queue[]> {
  return tx<Queue[]>`
    select
      queues.id,
      queues.partner_id,
      partners.name as partner_name,
      queues.discipline,
      queues.hours,
      queues.out_of_hours,
      queues.lead_id,
      queues.version
    from queues
    join partners on partners.id = queues.partner_id
    where queues.partnership_id = (select viewer_partnership())
    order by queues.discipline
  `;
}

/** A queue that takes something now, and whether it does so in place of another that is closed. */
interface TakesNow extends Queue {
  isOpen: boolean;
  inPlaceOf: Discipline | null;
}

/**
 * The queue that takes at `now` what is handed to a discipline: its own, or out of hours the one that its rule names, and so
 * on from there. Where the rules lead round in a circle, or to a discipline without a queue, it is the discipline's own.
 * Null when the partnership has no queue for it. Runs inside `within` for any purpose of the viewer.
 */
export async function queueFor(tx: ISql, discipline: Discipline, now: Date): Promise<TakesNow | null> {
  return takesNow(await listQueues(tx), discipline, now);
}

/** As `queueFor`, of queues at hand. */
export function takesNow(queues: readonly Queue[], discipline: Discipline, now: Date): TakesNow | null {
  const of = (wanted: Discipline) => queues.find((queue) => queue.discipline === wanted);
  const own = of(discipline);
  if (!own) return null;
  const passed = new Set<Discipline>();
  for (let queue: Queue | undefined = own; queue && !passed.has(queue.discipline);) {
    const open = queue.outOfHours.rule === 'round_the_clock' || isOpen(queue.hours, now);
    if (open || queue.outOfHours.rule === 'wait') {
      return {...queue, isOpen: open, inPlaceOf: queue === own ? null : discipline};
    }
    passed.add(queue.discipline);
    queue = queue.outOfHours.rule === 'other_queue' ? of(queue.outOfHours.discipline) : undefined;
  }
  return {...own, isOpen: false, inPlaceOf: null};
}
