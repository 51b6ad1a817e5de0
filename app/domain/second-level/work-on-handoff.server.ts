/** What is done with something handed on: notes, asking others, passing it on, finishing it, telling the caller. */
import type {ISql} from '../../../db/client.ts';
import type {Discipline} from '../access/roles.ts';
import type {Priority} from '../queues/priorities.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {changeHandoff, type HandoffForm, type HandoffOutcome} from './change-handoff.server.ts';
import type {Outcome} from './handoff-choices.ts';
import {listQueues} from '../queues/queue-for.server.ts';
import type {Telling} from './read-handoff-forms.ts';
import {dueFor} from '../queues/response-clock.ts';

/** A note of anyone who may see it: of whoever works on it, of those who were asked, of whoever handed it on. */
export function noteOnHandoff(form: HandoffForm, handoffId: string, words: string): Promise<HandoffOutcome> {
  return changeHandoff(form, handoffId, 'handoff_noted', async (tx) => {
    await tx`
      insert into handoff_steps (handoff_id, staff_id, kind, words)
      values (${handoffId}, ${form.viewer.staffId}, 'note', ${words})
    `;
    return {ok: true};
  });
}

/**
 * Asks other disciplines about it. Jointly: they are called in to talk it over now, and each writes what they say. It stays
 * with whoever has it.
 */
export function askAboutHandoff(
  form: HandoffForm,
  handoffId: string,
  {disciplines, question, isJoint}: {disciplines: Discipline[]; question: string; isJoint: boolean},
): Promise<HandoffOutcome> {
  return changeHandoff(form, handoffId, 'handoff_moved', async (tx) => {
    const queues = (await listQueues(tx)).filter((queue) => disciplines.includes(queue.discipline));
    if (queues.length < disciplines.length) return {ok: false, reason: 'no_queue'};
    const asked = await tx`
      select id
      from handoff_asks
      where handoff_id = ${handoffId} and answered_at is null and queue_id = any(${queues.map(({id}) => id)})
    `;
    if (asked.length > 0) return {ok: false, reason: 'asked_already'};
    for (const queue of queues) {
      await tx`
        insert into handoff_asks (handoff_id, queue_id, partner_id, is_joint, question, asked_by)
        values (${handoffId}, ${queue.id}, ${queue.partnerId}, ${isJoint}, ${question}, ${form.viewer.staffId})
      `;
      await tx`
        insert into handoff_steps (handoff_id, staff_id, kind, discipline, words)
        values (${handoffId}, ${form.viewer.staffId}, 'asked', ${queue.discipline}, ${question})
      `;
    }
    return {ok: true};
  });
}

/** The answer of a discipline that was asked, or its note on a joint discussion. */
export function answerAsk(form: HandoffForm, handoffId: string, askId: string, answer: string) {
  return changeHandoff(form, handoffId, 'handoff_noted', async (tx): Promise<HandoffOutcome> => {
    const [asked] = await tx<{discipline: Discipline}[]>`
      update handoff_asks
      set answer = ${answer}, answered_by = ${form.viewer.staffId}, answered_at = clock_timestamp()
      from queues
      where
        handoff_asks.id = ${askId}
        and handoff_asks.handoff_id = ${handoffId}
        and handoff_asks.answered_at is null
        and queues.id = handoff_asks.queue_id
      returning queues.discipline
    `;
    if (!asked) return {ok: false, reason: 'changed'};
    await tx`
      insert into handoff_steps (handoff_id, staff_id, kind, discipline, words)
      values (${handoffId}, ${form.viewer.staffId}, 'answered', ${asked.discipline}, ${answer})
    `;
    return {ok: true};
  });
}

/**
 * Passes it on to another queue, unclaimed. Its clock is not wound up again: the time it has had counts, in the hours of the
 * queue it goes to.
 */
export function moveHandoff(
  form: HandoffForm,
  handoffId: string,
  {discipline, version, why}: {discipline: Discipline; version: number; why: string},
): Promise<HandoffOutcome> {
  return changeHandoff(form, handoffId, 'handoff_moved', async (tx) => {
    const queue = (await listQueues(tx)).find((one) => one.discipline === discipline);
    if (!queue) return {ok: false, reason: 'no_queue'};
    const [item] = await tx<{priority: Priority; createdAt: Date}[]>`
      select priority, created_at from handoffs where id = ${handoffId}
    `;
    if (!item) return {ok: false, reason: 'gone'};
    const due = dueFor(queue, item.priority, item.createdAt);
    const [{moved}] = await tx<[{moved: boolean}]>`
      select move_handoff(${handoffId}, ${queue.id}, ${version}, ${due}, ${why}) as moved
    `;
    return moved ? {ok: true} : {ok: false, reason: 'changed'};
  });
}

/**
 * Finishes it: what came of it and what was arranged. Only whoever has it may, or anyone while nobody has, so that two do not
 * arrange two things and a claim that lapsed while somebody wrote costs them nothing.
 * @param telling null when the caller has still to be told
 */
export function closeHandoff(
  form: HandoffForm,
  handoffId: string,
  {outcome, arranged, telling}: {outcome: Outcome; arranged: string; telling: Telling | null},
): Promise<HandoffOutcome> {
  const {viewer} = form;
  return changeHandoff(form, handoffId, 'handoff_closed', async (tx) => {
    const unsafe = telling && (await unsafeToSend(tx, handoffId, telling));
    if (unsafe) return {ok: false, reason: unsafe};
    const {count} = await tx`
      with
        closed as (
          update handoffs
          set
            status = 'closed',
            claimed_by = null,
            claimed_at = null,
            active_at = null,
            closed_by = ${viewer.staffId},
            closed_at = clock_timestamp(),
            first_claimed_at = coalesce(first_claimed_at, clock_timestamp()),
            outcome = ${outcome},
            arranged = ${arranged},
            version = version + 1
          where
            id = ${handoffId}
            and partner_id = ${viewer.partnerId}
            and (status = 'waiting' or (status = 'claimed' and claimed_by = ${viewer.staffId}))
          returning id
        )
      insert into handoff_steps (handoff_id, staff_id, kind, words)
      select id, ${viewer.staffId}, 'closed', ${arranged} from closed
    `;
    if (count === 0) return {ok: false, reason: 'not_yours'};
    if (telling) await tell(tx, form, handoffId, telling);
    return {ok: true};
  });
}

/** Writes down that the caller was told, once: afterwards too, when it could not be done at the time. */
export function tellCaller(form: HandoffForm, handoffId: string, telling: Telling): Promise<HandoffOutcome> {
  return changeHandoff(form, handoffId, 'handoff_noted', async (tx) => {
    const unsafe = await unsafeToSend(tx, handoffId, telling);
    return unsafe ? {ok: false, reason: unsafe} : tell(tx, form, handoffId, telling);
  });
}

/** Why nothing may be sent to the person in this way. Asked while the viewer's organisation may still come near them. */
async function unsafeToSend(
  tx: ISql,
  handoffId: string,
  {how, message}: Telling,
): Promise<'not_safe' | 'refused' | null> {
  if (!message) return null;
  const [row] = await tx<{unsafe: 'not_safe' | 'refused' | null}[]>`
    select unsafe_to_send(person_id, ${how}, ${message.to}) as unsafe from handoffs where id = ${handoffId}
  `;
  return row?.unsafe ?? null;
}

async function tell(
  tx: ISql,
  {viewer}: HandoffForm,
  handoffId: string,
  {how, message}: Telling,
): Promise<HandoffOutcome> {
  const {count} = await tx`
    update handoffs
    set caller_told_at = clock_timestamp(), told_how = ${how}, told_by = ${viewer.staffId}, version = version + 1
    where id = ${handoffId} and partner_id = ${viewer.partnerId} and caller_told_at is null
  `;
  if (count === 0) return {ok: false, reason: 'changed'};
  await tx`
    insert into handoff_steps (handoff_id, staff_id, kind, words)
    values (${handoffId}, ${viewer.staffId}, 'told', ${how})
  `;
  if (message && (how === 'text' || how === 'email')) {
    await sendMessage(tx, {
      channel: how,
      to: message.to,
      ...(how === 'email' ? {subject: 'What was arranged for you'} : {}),
      body: message.body,
      partnerId: viewer.partnerId,
    });
  }
  return {ok: true};
}
