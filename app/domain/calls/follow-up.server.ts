/** What a call leaves for others to do: worked out before it is written. */
import type {ISql} from '../../../db/client.ts';
import {listQueues, queueFor} from '../queues/queue-for.server.ts';
import {dueFor, sameWorkingDayEnd} from '../queues/response-clock.ts';
import type {Priority} from '../queues/priorities.ts';
import type {EndingOf} from './ending-schema.ts';
import type {EndedCall} from './read-call.ts';

export interface FollowUp {
  handoff: {queueId: string; partnerId: string; priority: Priority; reason: string; dueAt: Date} | null;
  concern: (EndingOf<'safeguarding'> & {partnerId: string; leadId: string | null; dueAt: Date}) | null;
  callBack: EndingOf<'call_back_promised'> | null;
  referral: EndingOf<'link_worker_referral'> | null;
}

/** @throws when no queue of the partnership takes what is handed on, which `checkCall` has asked before */
export async function followUp(tx: ISql, {endings}: EndedCall, now: Date): Promise<FollowUp> {
  const of = <Kind extends (typeof endings)[number]['kind']>(kind: Kind) =>
    (endings.find((ending) => ending.kind === kind) ?? null) as EndingOf<Kind> | null;
  const [handed, concern] = [of('handed_on'), of('safeguarding')];
  return {
    handoff: handed && (await handoffOf(tx, handed, now)),
    concern: concern && (await concernOf(tx, concern, now)),
    callBack: of('call_back_promised'),
    referral: of('link_worker_referral'),
  };
}

async function handoffOf(tx: ISql, ending: EndingOf<'handed_on'>, now: Date): Promise<FollowUp['handoff']> {
  const queue = await queueFor(tx, ending.handOnTo, now);
  if (!queue) throw new Error(`No queue of this partnership takes ${ending.handOnTo}`);
  const {handOnPriority: priority, handOnReason: reason} = ending;
  return {
    queueId: queue.id,
    partnerId: queue.partnerId,
    priority,
    reason,
    dueAt: dueFor(queue, priority, now),
  };
}

async function concernOf(tx: ISql, ending: EndingOf<'safeguarding'>, now: Date): Promise<FollowUp['concern']> {
  // Whoever is named, at any hour: what stands in for a closed queue does not stand in for the lead.
  const queue = (await listQueues(tx)).find(({discipline}) => discipline === 'safeguarding');
  if (!queue) throw new Error('Nobody of this partnership is named for safeguarding');
  return {...ending, partnerId: queue.partnerId, leadId: queue.leadId, dueAt: sameWorkingDayEnd(now, queue.hours)};
}
