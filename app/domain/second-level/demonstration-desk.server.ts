/** What waits at the desk of the demonstration: a few made-up calls that were handed on, or promise to ring somebody back. */
import {randomUUID} from 'node:crypto';
import type {ISql, Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Discipline} from '../access/roles.ts';
import type {CallDomain} from '../calls/call-choices.ts';
import type {Priority} from '../queues/priorities.ts';
import {dueFor} from '../queues/response-clock.ts';
import {listQueues} from '../queues/queue-for.server.ts';

const HANDLER = 'priya.nair@hub.example';
const HOUR = 3_600_000;

interface Story {
  /** The family name and the given name, as in db/seed/people.yaml. */
  about: [family: string, given: string];
  domain: CallDomain;
  story: string;
  hoursAgo: number;
  handedTo?: {discipline: Discipline; priority: Priority; reason: string};
  callBack?: {about: string; phone: string | null; inHours: number};
}

const STORIES: Story[] = [
  {
    about: ['Holloway', 'Derek'],
    domain: 'health',
    story: 'His wife rang. He slid from the chair this morning and is sore, and would not have anyone fetched.',
    hoursAgo: 2,
    handedTo: {
      discipline: 'nursing',
      priority: 'hours_4',
      reason: 'Please look at his hip today, and at how he gets out of the chair.',
    },
  },
  {
    about: ['Moody', 'Terence'],
    domain: 'mental_health',
    story: 'He has not slept for days and hears the neighbours talk about him. He would like somebody to come.',
    hoursAgo: 5,
    handedTo: {
      discipline: 'mental_health',
      priority: 'hours_24',
      reason: 'Worse since his sister moved away. He asks for somebody he has met before.',
    },
  },
  {
    about: ['Holloway', 'Margaret'],
    domain: 'community',
    story: 'Would like a break from caring now and then, and asked what there is.',
    hoursAgo: 3,
    callBack: {about: 'Which day the carers’ café meets, and the lift there.', phone: '+441632960101', inHours: 1},
  },
  {
    about: ['Grant', 'Leroy'],
    domain: 'community',
    story: 'The boiler is off again and the landlord does not answer.',
    hoursAgo: 1,
    callBack: {about: 'Whether the heating came back on.', phone: null, inHours: 20},
  },
];

/**
 * Puts them in where nothing was handed on yet and where the people of the demonstration are. Returns how many calls.
 * @param now when it is: they came in within the last hours
 */
export async function loadDemonstrationDesk(sql: Sql, now: Date): Promise<number> {
  const [handler] = await within(
    sql,
    {purpose: 'sign-in'},
    (tx) => tx<{staffId: string; partnerId: string; partnershipId: string}[]>`
      select id as staff_id, partner_id, partnership_id from staff where email = ${HANDLER} and is_demonstration
    `,
  );
  // The made-up year has call-backs, all of them long done, and nothing that was handed on.
  const [{exists}] = await sql<[{exists: boolean}]>`select exists (select from handoffs)`;
  if (!handler || exists) return 0;
  return within(sql, {purpose: 'desk', viewer: handler}, async (tx) => {
    // So that `npm run simulate:calls` rings at somebody's.
    await tx`
      insert into staff_phones (staff_id, partner_id, extension) values (${handler.staffId}, ${handler.partnerId}, '201')
      on conflict do nothing
    `;
    let count = 0;
    for (const one of STORIES) count += await putIn(tx, handler, one, now);
    return count;
  });
}

type Handler = {staffId: string; partnerId: string; partnershipId: string};

async function putIn(tx: ISql, handler: Handler, one: Story, now: Date): Promise<number> {
  const [family, given] = one.about;
  const {staffId, partnerId, partnershipId} = handler;
  const [person] = await tx<{id: string}[]>`
    select id from people where family_name = ${family} and given_name = ${given} and partner_id = ${partnerId} limit 1
  `;
  const queue = (await listQueues(tx)).find(({discipline}) => discipline === one.handedTo?.discipline);
  if (!person || (one.handedTo && !queue)) return 0;
  const [{reference}] = await tx<[{reference: string}]>`select new_call_reference() as reference`;
  const [id, personId] = [randomUUID(), person.id];
  const startedAt = new Date(now.getTime() - one.hoursAgo * HOUR);
  const kind = one.handedTo ? 'handed_on' : 'call_back_promised';
  await tx`
    insert into calls ${tx({
      ...{id, reference, partnershipId, partnerId, personId, startedAt},
      closedAt: new Date(startedAt.getTime() + 9 * 60_000),
      channel: 'phone',
      handlerId: staffId,
      talkSeconds: 480,
      danger: 'no',
      callerKind: 'person',
      personKnown: 'identified',
      story: one.story,
      domain: one.domain,
      dispositions: [kind],
      extra: tx.json({demonstration: true}),
    })}
  `;
  await tx`insert into call_dispositions ${tx({callId: id, partnerId, kind})}`;
  if (one.handedTo && queue) {
    const {priority, reason} = one.handedTo;
    const dueAt = dueFor(queue, priority, startedAt);
    const row = {callId: id, fromPartnerId: partnerId, queueId: queue.id, partnerId: queue.partnerId, personId};
    await tx`
      insert into handoffs ${tx({...row, priority, reason, createdBy: staffId, createdAt: startedAt, dueAt})}
    `;
  }
  if (one.callBack) {
    const {about, phone, inHours} = one.callBack;
    const dueAt = new Date(now.getTime() + inHours * HOUR);
    await tx`insert into call_backs ${tx({callId: id, partnerId, personId, dueAt, staffId: null, phone, about})}`;
  }
  return 1;
}
