/**
 * Sends the messages that wait. Every process of the site may have a post room: a message is taken by one at a time.
 *
 * Taking a message already sets when it is tried next. Whoever is killed between sending and noting it leaves the message
 * to be sent once more; none is ever lost.
 */
import {setTimeout as wait} from 'node:timers/promises';
import type {Logger} from 'pino';
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import type {Post} from '../../config.server.ts';
import {LONGEST_TRY_MS, NotSent, type Carrier, type Outgoing} from './carrier.ts';
import {notifyPost} from './notify-post.server.ts';
import {smtpPost} from './smtp-post.server.ts';

const LOOKS_EVERY_MS = 2000;
/** So that one slow answer does not hold up an emergency alert behind it. */
const AT_ONCE = 4;
/** Minutes until the next try, after the first, the second … After the eighth there is none. */
const WAITS = [1, 5, 15, 30, 60, 180, 360];
const TRIES = WAITS.length + 1;
/** How long the site waits for what is on its way when it is asked to stop. */
const PATIENCE_MS = 5000;

export interface PostRoom {
  /** Sends all that is due. Returns how many went out. */
  deliverNow(): Promise<number>;
  /** Takes no more, and waits a little for what is on its way. */
  close(): Promise<void>;
}

interface PostRoomParts {
  sql: Sql;
  post: Post;
  log: Pick<Logger, 'warn' | 'error'>;
}

/**
 * Looks for waiting messages now and every 2 seconds.
 * With `{by: 'outbox'}` nothing leaves: messages count as sent, and the demonstration shows them at /outbox. A site that
 * is no demonstration and has no way to send starts no post room, so that its messages wait until it has one.
 */
export function startPostRoom({sql, post, log}: PostRoomParts): PostRoom {
  const carrier = carrierFor(post);
  let isOpen = true;
  const deliverNow = async () => {
    const counts = await Promise.all(
      Array.from({length: AT_ONCE}, async () => {
        for (let sent = 0; ;) {
          const outcome = await deliverOne();
          if (outcome === 'none') return sent;
          if (outcome === 'sent') sent++;
        }
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const deliverOne = async (): Promise<'sent' | 'failed' | 'none'> => {
    const message = isOpen ? await takeMessage(sql) : null;
    if (!message) return 'none';
    const problem = await trySending(carrier, message);
    await noteOutcome(sql, message, problem);
    if (problem) log.warn({message: message.id, attempt: message.attempt, problem}, 'a message did not go out');
    return problem ? 'failed' : 'sent';
  };

  let round: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    round = deliverNow()
      .catch((error: unknown) => log.error({err: error}, 'the post room could not look for messages'))
      .finally(() => {
        if (isOpen) timer = setTimeout(look, LOOKS_EVERY_MS).unref();
      });
  };
  look();
  return {
    deliverNow,
    async close() {
      isOpen = false;
      clearTimeout(timer);
      await Promise.race([round, wait(PATIENCE_MS, undefined, {ref: false})]);
    },
  };
}

function carrierFor(post: Post): Carrier {
  if (post.by === 'notify') return notifyPost(post);
  if (post.by === 'smtp') return smtpPost(post);
  return {send: async () => {}};
}

/** The message that has waited longest, now ours until its next try. */
function takeMessage(sql: Sql): Promise<Outgoing | null> {
  return within(sql, {purpose: 'post-room'}, async (tx) => {
    const [message] = await tx<Outgoing[]>`
      update messages
      set
        attempts = attempts + 1,
        next_try_at = now() + make_interval(mins => (${WAITS}::integer[])[least(attempts + 1, ${WAITS.length})])
      where id = (
        select id from messages
        where next_try_at <= now()
        order by next_try_at
        limit 1
        for update skip locked
      )
      returning id, channel, recipient, subject, body, attempts as attempt
    `;
    return message ?? null;
  });
}

/** Null when it went out, else why not. */
async function trySending(carrier: Carrier, message: Outgoing): Promise<string | null> {
  const over = new AbortController();
  try {
    await Promise.race([
      carrier.send(message),
      wait(LONGEST_TRY_MS, undefined, {signal: over.signal, ref: false}).then(() => {
        throw new NotSent('no answer in time');
      }),
    ]);
    return null;
  } catch (error) {
    return error instanceof NotSent ? error.message : 'a fault in sending';
  } finally {
    over.abort();
  }
}

async function noteOutcome(sql: Sql, {id, attempt}: Outgoing, problem: string | null) {
  await within(sql, {purpose: 'post-room'}, async (tx) => {
    if (problem === null) {
      await tx`update messages set sent_at = now(), next_try_at = null, problem = null where id = ${id}`;
    } else {
      // Not when another has sent it meanwhile.
      await tx`
        update messages
        set problem = ${problem}, next_try_at = case when ${attempt} < ${TRIES} then next_try_at end
        where id = ${id} and sent_at is null
      `;
    }
  });
}
