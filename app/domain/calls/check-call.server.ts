/** What only the database can say about a call before it ends: whether what was chosen is still there, and is safe. */
import type {ISql} from '../../../db/client.ts';
import {disciplines} from '../access/roles.ts';
import type {RingWarning} from '../people/ring-warnings.ts';
import type {Asker} from '../people/staff-request.ts';
import type {CallProblems, EndedCall} from './read-call.ts';

export async function checkCall(
  tx: ISql,
  {viewer}: Asker,
  call: EndedCall,
  personId: string | null,
): Promise<CallProblems> {
  const problems: CallProblems = {};
  const services = call.endings.flatMap((ending) => (ending.kind === 'signposted' ? ending.services : []));
  const gapNeeds = call.endings.flatMap((ending) => (ending.kind === 'nothing_suitable' ? ending.gapNeeds : []));
  const handed = call.endings.find((ending) => ending.kind === 'handed_on');
  const isConcern = call.endings.some((ending) => ending.kind === 'safeguarding');
  const back = call.endings.find((ending) => ending.kind === 'call_back_promised');
  const referral = call.endings.find((ending) => ending.kind === 'link_worker_referral');
  const [found] = await tx<
    [
      {
        needs: number;
        gapNeeds: number;
        services: number;
        queue: boolean;
        safeguarding: boolean;
        colleague: boolean;
        partner: boolean;
        unsafe: string | null;
        ring: RingWarning | null;
      },
    ]
  >`
    select
      (select count(*) from needs where key = any(${call.needs})) as needs,
      (select count(*) from needs where key = any(${gapNeeds})) as gap_needs,
      (select count(*) from services where id = any(${services}::uuid[])) as services,
      exists (
        select from queues where discipline = ${handed?.handOnTo ?? null} and partnership_id = ${viewer.partnershipId}
      ) as queue,
      exists (
        select from queues where discipline = 'safeguarding' and partnership_id = ${viewer.partnershipId}
      ) as safeguarding,
      exists (
        select from staff
        where id = ${back?.callBackBy ?? null}::uuid and partner_id = ${viewer.partnerId} and disabled_at is null
      ) as colleague,
      exists (
        select from partners
        where
          id = ${referral?.referTo ?? null}::uuid
          and partnership_id = ${viewer.partnershipId}
          and closed_at is null
      ) as partner,
      unsafe_to_send(${personId}, ${call.send?.by ?? null}, ${call.send?.to ?? null}) as unsafe,
      unsafe_to_ring(${personId}, ${back ? (back.callBackPhone ?? call.callerPhone) : null}) as ring
  `;
  if (found.needs < call.needs.length) problems.needs = 'One of these needs is not on the list any more: choose again';
  if (found.gapNeeds < gapNeeds.length) problems.gapNeed = 'This need is not on the list any more: choose again';
  if (found.services < services.length)
    problems.services = 'One of these services is not in the directory any more: choose again';
  if (handed && !found.queue)
    problems.handOnTo = `Nobody takes up ${disciplines[handed.handOnTo].toLowerCase()} here: choose another`;
  if (isConcern && !found.safeguarding)
    problems.concern = 'Nobody is named for safeguarding here: ring them, and tell your team lead';
  if (back?.callBackBy && !found.colleague) problems.callBackBy = 'Choose somebody who works at your desk';
  if (found.ring === 'not_safe')
    problems.callBackPhone = 'The record says that it is not safe to ring this number: write down another';
  if (referral && !found.partner) problems.referTo = 'Choose an organisation of the partnership';
  // A letter has no field of its own to say it beside.
  if (found.unsafe)
    problems[call.send?.by === 'letter' ? 'sendBy' : 'sendTo'] =
      UNSAFE[found.unsafe] ?? 'It is not safe to send this there';
  return problems;
}

const UNSAFE: Record<string, string> = {
  not_safe: 'The record says that it is not safe to send anything there. Choose another way',
  refused: 'They do not want to be contacted in this way. Choose another',
};
