/** What the tests of the post share: messages to send, a post room, and a look at what became of a message. */
import {setTimeout as wait} from 'node:timers/promises';
import type {Sql} from '../../db/client.ts';
import {within} from '../../db/within.ts';
import type {Post} from '../../app/config.server.ts';
import {startPostRoom, type PostRoom} from '../../app/domain/messages/post-room.server.ts';
import {sendMessage, type Message} from '../../app/domain/messages/send-message.server.ts';

export const mail: Message = {
  channel: 'email',
  to: 'pat.sample@testshire.example',
  subject: 'A subject, with ünïcode',
  body: 'Hello Pat\n\nhttps://help.example/set-password/abc',
  partnerId: null,
};
export const textMessage: Message = {channel: 'text', to: '+447700900123', body: 'Hello', partnerId: null};

interface MessageState {
  attempts: number;
  problem: string | null;
  isSent: boolean;
  isWaiting: boolean;
  /** Until the next try. */
  minutes: number | null;
}

export function postBed({sql, web}: {sql: Sql; web: Sql}) {
  const open: {close(): Promise<void>}[] = [];
  const complaints: {fields: unknown; words: string}[] = [];
  const note = (fields: unknown, words: string) => void complaints.push({fields, words});
  const stateOf = async (id: string): Promise<MessageState | undefined> => {
    const [row] = await sql<MessageState[]>`
      select
        attempts,
        problem,
        sent_at is not null as is_sent,
        next_try_at is not null as is_waiting,
        round(extract(epoch from next_try_at - now()) / 60)::integer as minutes
      from messages
      where id = ${id}
    `;
    return row;
  };
  return {
    /** What the post room wrote into the log. */
    complaints,
    stateOf,
    post: (message: Message) => within(web, {purpose: 'sign-in'}, (tx) => sendMessage(tx, message)),
    /** A message whose waiting time is over. */
    makeDue: (id: string) => sql`update messages set next_try_at = now() where id = ${id}`,
    /** What is closed when the test is over, the last first. */
    keep<T extends {close(): Promise<void>}>(one: T): T {
      open.unshift(one);
      return one;
    },
    postRoom(post: Post): PostRoom {
      return this.keep(startPostRoom({sql: web, post, log: {warn: note, error: note} as never}));
    },
    /** Waits until a message is as it should be: whichever look of the post room took it. */
    async settled(id: string, isAsWanted: (state: MessageState) => boolean): Promise<MessageState> {
      for (let turn = 0; turn < 200; turn++) {
        const state = await stateOf(id);
        if (state && isAsWanted(state)) return state;
        await wait(20);
      }
      throw new Error(`The message stayed as it was: ${JSON.stringify(await stateOf(id))}`);
    },
    async clear() {
      for (const one of open.splice(0)) await one.close();
      complaints.length = 0;
      await sql`truncate messages`;
    },
  };
}

export type PostBed = ReturnType<typeof postBed>;
export const isSent = (state: MessageState) => state.isSent;
export const hasProblem = (state: MessageState) => state.problem !== null;
