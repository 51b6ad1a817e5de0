/** Telling whoever referred somebody how it goes on, while the person agrees and where an address was left. */
import type {ISql} from '../../../db/client.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {NEWS_NAMES, newsMessage, type ReferrerNews} from './referral-messages.ts';

/**
 * Puts the news into the post, inside the caller's transaction. A professional hears by e-mail only once they have shown
 * that the work address is theirs; a family member by the address they left.
 * @param link to what they read behind it, where there is something
 * @returns whether anything was sent
 */
export async function tellReferrer(
  tx: ISql,
  viewer: {staffId: string; partnerId: string},
  referralId: string,
  news: ReferrerNews,
  link: string | null = null,
): Promise<boolean> {
  const [referral] = await tx<
    {reference: string; email: string; theirReference: string | null; providerName: string}[]
  >`
    select
      referrals.reference,
      referrer_email as email,
      referrer_reference as their_reference,
      partners.name as provider_name
    from referrals
    join partners on partners.id = referrals.to_partner_id
    where
      referrals.id = ${referralId}
      and referrer_may_hear(referrals.id)
      and referrer_email is not null
      and (check_hash is null or referrer_checked_at is not null)
  `;
  if (!referral) return false;
  await sendMessage(tx, {
    channel: 'email',
    to: referral.email,
    ...newsMessage(news, {...referral, link}),
    partnerId: viewer.partnerId,
  });
  await tx`
    insert into referral_events (referral_id, partner_id, kind, words, by_id)
    values (${referralId}, ${viewer.partnerId}, 'told_referrer', ${NEWS_NAMES[news]}, ${viewer.staffId})
  `;
  return true;
}

/**
 * Tells them of the first contact in a case of another organisation, by whoever walks in it too: in the name of the
 * organisation that has it, to an address that the viewer does not learn. The database tells it once.
 * @returns whether anything was sent
 */
export async function tellReferrerJointly(tx: ISql, caseId: string): Promise<boolean> {
  const [referral] = await tx<{reference: string; theirReference: string | null; providerName: string}[]>`
    select reference, their_reference, provider_name from joint_news(${caseId})
  `;
  if (!referral) return false;
  const {subject, body} = newsMessage('first_contact', {...referral, link: null});
  await tx`select post_joint_news(${caseId}, ${subject ?? ''}, ${body})`;
  return true;
}
