/** Reminds services that have not answered, with the same private link once more. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken} from '../access/secrets.server.ts';
import {sendMessage} from '../messages/send-message.server.ts';
import {onwardNudgeMessage} from '../messages/texts.ts';
import {isNudgingTime, LINK_DAYS, NUDGE_DAYS, RETURNS_AFTER_DAYS} from './onward-life.ts';
import {onwardToken} from './onward-token.server.ts';

interface Site {
  sql: Sql;
  siteSecret: string;
  /** The address of the site where it is set; else that under which the link was sent first. */
  publicUrl: string | null;
}

interface Due {
  onwardId: string;
  service: string;
  recipient: string;
  partner: string;
  address: string | null;
  hash: Buffer;
}

/** So that no transaction holds many rows for long. */
const AT_ONCE = 50;

/**
 * Safe to run at any time and in several processes at once: each reminder goes out once. Nothing is sent at a weekend or at
 * night, nor for somebody who has been answered, does not agree any more, or whose case is closed.
 * @returns how many went out
 */
export async function nudgeServices(site: Site, moment = new Date()): Promise<number> {
  if (!isNudgingTime(moment)) return 0;
  let sent = 0;
  for (;;) {
    const round = await nudgeSome(site, moment);
    sent += round.sent;
    if (round.taken < AT_ONCE) return sent;
  }
}

function nudgeSome({sql, siteSecret, publicUrl}: Site, moment: Date): Promise<{taken: number; sent: number}> {
  return within(sql, {purpose: 'housekeeping'}, async (tx) => {
    const due = await tx<Due[]>`
      select onward_id, service, recipient, partner, address, hash
      from take_onward_nudges(${moment}, ${[...NUDGE_DAYS]}, ${RETURNS_AFTER_DAYS}, ${AT_ONCE})
    `;
    let sent = 0;
    for (const {onwardId, service, recipient, partner, address, hash} of due) {
      const token = onwardToken(siteSecret, onwardId);
      const site = publicUrl ?? address;
      // A link that was made with another secret cannot be drawn again: it stands in the worker's day on the 14th.
      if (!site || !hash.equals(hashToken(token))) continue;
      const message = onwardNudgeMessage({serviceName: service, link: `${site}/onward/${token}`, days: LINK_DAYS});
      await sendMessage(tx, {channel: 'email', to: recipient, ...message, partnerId: partner});
      await tx`select note_onward_nudge(${onwardId}, ${moment})`;
      sent += 1;
    }
    return {taken: due.length, sent};
  });
}
