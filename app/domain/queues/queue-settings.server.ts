/** A team lead's settings of the queues that their organisation works. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';
import type {OpeningHours, OutOfHours} from './opening-hours.ts';
import {listQueues, type Queue} from './queue-for.server.ts';

/** The queues of the viewer's own organisation. */
export async function listOwnQueues(sql: Sql, {viewer, address}: Asker): Promise<Queue[]> {
  const queues = await within(sql, {purpose: 'desk', viewer, address}, listQueues);
  return queues.filter(({partnerId}) => partnerId === viewer.partnerId);
}

type SettingsOutcome = {ok: true} | {ok: false; reason: 'changed' | 'missing'};

/**
 * Gives a queue other hours. What waits already keeps the time it was given.
 * @param version of the queue as it was shown
 */
export function changeQueueHours(
  sql: Sql,
  {viewer, address, door, submission}: Sender,
  queueId: string,
  {hours, outOfHours, version}: {hours: OpeningHours; outOfHours: OutOfHours; version: number},
): Promise<SettingsOutcome> {
  return within(sql, {purpose: 'desk', viewer, address}, (tx) =>
    onceOnly(tx, {submission, staffId: viewer.staffId, door}, async (): Promise<SettingsOutcome> => {
      const {count} = await tx`
        update queues
        set hours = ${tx.json(hours)}, out_of_hours = ${tx.json(outOfHours)}, version = version + 1
        where id = ${queueId} and version = ${version} and partner_id = ${viewer.partnerId}
      `;
      if (count === 0) {
        const [there] = await tx`select id from queues where id = ${queueId} and partner_id = ${viewer.partnerId}`;
        return {ok: false, reason: there ? 'changed' : 'missing'};
      }
      await recordAct(tx, {action: 'desk_settings_changed', details: {queue: queueId, what: 'hours'}});
      return {ok: true};
    }),
  );
}
