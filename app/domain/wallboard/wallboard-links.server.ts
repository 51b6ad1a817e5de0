/** The links at which a wallboard can be read without signing in: made, shown once and ended by a lead. */
import type {Sql} from '../../../db/client.ts';
import {within} from '../../../db/within.ts';
import {hashToken, keyedHash} from '../access/secrets.server.ts';
import {onceOnly} from '../access/submissions.server.ts';
import {recordAct} from '../audit/record-act.server.ts';
import type {Asker, Sender} from '../people/staff-request.ts';

/** Screens are bought one by one, so more open links than this are links that nobody has ended. */
export const MOST_LINKS = 20;

interface WallboardLink {
  id: string;
  /** Where the screen hangs. */
  name: string;
  madeAt: Date;
  /** When the screen last asked, give or take a minute; null when it never has. */
  seenAt: Date | null;
  endedAt: Date | null;
}

/** The links of the viewer's organisation, those that still hold first; ended ones stay for 30 days. */
export function listWallboardLinks(sql: Sql, {viewer, address}: Asker): Promise<WallboardLink[]> {
  return within(
    sql,
    {purpose: 'desk', viewer, address},
    (tx) => tx<WallboardLink[]>`
      select id, name, made_at, seen_at, ended_at
      from wallboard_links
      where partner_id = ${viewer.partnerId}
      order by ended_at is not null, made_at desc
      limit 100
    `,
  );
}

type LinkMade = {ok: true; token: string} | {ok: false; reason: 'many'};

/**
 * Makes a link. Its token is drawn from the number of the form and the secret of the site, so that a form that is sent
 * twice shows the same address twice, while the database holds no more than its hash.
 */
export function makeWallboardLink(
  sql: Sql,
  {viewer, address, submission, door}: Sender,
  {name, siteSecret}: {name: string; siteSecret: string},
): Promise<LinkMade> {
  const token = keyedHash(siteSecret, 'wallboard link', submission).toString('base64url');
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const outcome = await onceOnly(tx, {submission, staffId: viewer.staffId, door}, async () => {
      const [open] = await tx<[{links: number}]>`
        select count(*) as links from wallboard_links where partner_id = ${viewer.partnerId} and ended_at is null
      `;
      if (open.links >= MOST_LINKS) return {ok: false as const, reason: 'many' as const};
      const [link] = await tx<[{id: string}]>`
        insert into wallboard_links (partner_id, name, token_hash, made_by)
        values (${viewer.partnerId}, ${name}, ${hashToken(token)}, ${viewer.staffId})
        returning id
      `;
      await recordAct(tx, {action: 'wallboard_link_changed', details: {link: link.id, what: 'made'}});
      return {ok: true as const};
    });
    return outcome.ok ? {ok: true, token} : outcome;
  });
}

/** Ends a link for good. Sent again, or by two at once, it does nothing more. */
export function endWallboardLink(sql: Sql, {viewer, address}: Asker, id: string): Promise<void> {
  return within(sql, {purpose: 'desk', viewer, address}, async (tx) => {
    const {count} = await tx`
      update wallboard_links set ended_at = now()
      where id = ${id} and partner_id = ${viewer.partnerId} and ended_at is null
    `;
    if (count > 0) await recordAct(tx, {action: 'wallboard_link_changed', details: {link: id, what: 'ended'}});
  });
}
