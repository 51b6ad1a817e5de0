import {NotifyClient} from 'notifications-node-client';
import type {Post} from '../../config.server.ts';
import {NotSent, type Carrier, type Outgoing} from './carrier.ts';

/**
 * Sends through GOV.UK Notify. Its two templates only pass on what they are given, ((subject)) and ((body)), so that the
 * words stand in this product. The reference of each notification is the id of the message: at a second try Notify is
 * first asked whether it has it already.
 */
export function notifyPost(
  post: Pick<Extract<Post, {by: 'notify'}>, 'url' | 'key' | 'emailTemplate' | 'textTemplate'>,
): Carrier {
  const client = new NotifyClient(post.url, post.key);
  const hand = async ({id, channel, recipient, subject, body}: Outgoing) => {
    if (channel === 'email') {
      const personalisation = {subject: subject ?? '', body};
      await client.sendEmail(post.emailTemplate, recipient, {personalisation, reference: id});
    } else if (channel === 'text' && post.textTemplate) {
      await client.sendSms(post.textTemplate, recipient, {personalisation: {body}, reference: id});
    } else {
      throw new NotSent(`Notify has no template for messages by ${channel}`);
    }
  };
  return {
    async send(message) {
      try {
        if (message.attempt > 1 && (await hasArrived(client, message.id))) return;
        await hand(message);
      } catch (cause) {
        throw cause instanceof NotSent ? cause : new NotSent(problemOf(cause));
      }
    },
  };
}

async function hasArrived(client: NotifyClient, reference: string): Promise<boolean> {
  const {data} = await client.getNotifications(undefined, undefined, reference);
  return data.notifications.length > 0;
}

/** Such as `Notify: 429 RateLimitError`. The words of the error are left out: they may repeat what was sent. */
function problemOf(cause: unknown): string {
  const {code, response} = cause as {
    code?: unknown;
    response?: {status?: unknown; data?: {errors?: {error?: unknown}[]}};
  };
  const parts = response ? [response.status, response.data?.errors?.[0]?.error] : [code];
  const known = parts.filter((part) => /^\w{2,40}$/.test(String(part ?? '')));
  return `Notify: ${known.join(' ') || 'no answer'}`;
}
