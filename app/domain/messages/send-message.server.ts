import {randomUUID} from 'node:crypto';
import type {ISql} from '../../../db/client.ts';

/** Something to be sent to one person. */
export interface Message {
  channel: 'email' | 'text';
  /** An e-mail address, or a telephone number in the international form. */
  to: string;
  /** Of an e-mail; a text message has none. */
  subject?: string;
  body: string;
  /** The organisation that sends it; null when the site itself does, as for a forgotten password. */
  partnerId: string | null;
}

/**
 * Puts a message into the post, in the transaction of the change that causes it: either both happen or neither. The
 * post room sends it within seconds. Inside `sign-in` any message may be written, else only for the viewer's organisation.
 * @returns the id of the message
 */
export async function sendMessage(tx: ISql, {channel, to, subject, body, partnerId}: Message): Promise<string> {
  // Made here and not returned by the database: whoever writes a message may not read messages.
  const id = randomUUID();
  await tx`
    insert into messages (id, partner_id, channel, recipient, subject, body)
    values (${id}, ${partnerId}, ${channel}, ${to}, ${subject ?? null}, ${body})
  `;
  return id;
}
