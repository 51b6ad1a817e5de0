import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';

interface OutboxMessage {
  id: string;
  channel: 'email' | 'text' | 'letter';
  recipient: string;
  subject: string | null;
  body: string;
  createdAt: Date;
}

export const OUTBOX_PAGE = 20;

/** All messages, the newest first, by pages of 20 from 1. Only for a demonstration, where nobody in them is real. */
export function listOutbox(sql: Sql, page: number): Promise<{messages: OutboxMessage[]; total: number}> {
  return within(sql, {purpose: 'post-room'}, async (tx) => {
    const messages = await tx<OutboxMessage[]>`
      select id, channel, recipient, subject, body, created_at
      from messages
      order by created_at desc, id
      limit ${OUTBOX_PAGE} offset ${(page - 1) * OUTBOX_PAGE}
    `;
    const [{total}] = await tx<[{total: number}]>`select count(*) as total from messages`;
    return {messages, total};
  });
}
